using System.Diagnostics.CodeAnalysis;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq;

/// <content>Mapped classes, for resources that the library does not know.</content>
public sealed partial class KlaviyoOptions
{
    private readonly List<MappedResource> _maps = [];

    /// <summary>
    /// Gets the catalogue with the classes mapped by <see cref="Map{T}()"/>. Pass it to an emulator, so that it knows the same resources.
    /// </summary>
    public KlaviyoCatalogue MappedCatalogue => MapFacts.Extend(Catalogue, _maps);

    /// <summary>
    /// Maps a class that is marked with <see cref="Model.KlaviyoResourceAttribute"/>, which lists the possible types of properties. Query it with
    /// <see cref="KlaviyoContext.Set{T}()"/>.
    /// </summary>
    /// <exception cref="KlaviyoConfigurationException">The class cannot be mapped; the message says why.</exception>
    [RequiresUnreferencedCode(MapReader.ByReflection)]
    [RequiresDynamicCode(MapReader.ByReflection)]
    public KlaviyoOptions Map<T>()
        where T : class => Add(MapReader.Read(typeof(T)));

    /// <summary>Maps a class to a resource.</summary>
    /// <param name="type">The resource's type on the wire: <c>chapter</c>.</param>
    /// <param name="path">The path of its collection: <c>/api/chapters</c>.</param>
    /// <param name="map">Configures names, operators, sort keys and relationships; null for none.</param>
    /// <exception cref="KlaviyoConfigurationException">The class cannot be mapped; the message says why.</exception>
    [RequiresUnreferencedCode(MapReader.ByReflection)]
    [RequiresDynamicCode(MapReader.ByReflection)]
    public KlaviyoOptions Map<T>(string type, string path, Action<KlaviyoResourceMapBuilder<T>>? map = null)
        where T : class
    {
        MappedResource resource = MapReader.Read(typeof(T), type, path);
        map?.Invoke(new KlaviyoResourceMapBuilder<T>(resource));
        return Add(resource);
    }

    /// <exception cref="KlaviyoConfigurationException">A mapped class is related to one that is not mapped.</exception>
    internal ModelMap ToModelMap()
    {
        MapRules.CheckRelated(_maps);
        return _maps.Count == 0 ? ModelMap.Empty : new ModelMap(_maps);
    }

    private KlaviyoOptions Add(MappedResource resource)
    {
        if (Catalogue.FindResource(resource.Type) is not null)
        {
            throw new KlaviyoConfigurationException(
                nameof(Map), $"'{resource.Type}' is a resource of the library. Query its set; name a field that the set lacks with Klaviyo.Field inside Where.");
        }

        if (_maps.Exists(map => map.ClrType == resource.ClrType || map.Type == resource.Type))
            throw new KlaviyoConfigurationException(nameof(Map), $"{resource.ClrType.Name} or the type '{resource.Type}' is mapped already. Map each once.");
        MapRules.Apply(resource);
        _maps.Add(resource);
        return this;
    }
}
