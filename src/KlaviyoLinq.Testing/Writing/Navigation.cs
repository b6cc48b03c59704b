using System.Reflection;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Testing.Writing;

/// <summary>A relationship of a model class: its navigation and, of some to-one relationships, the property that holds the id.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Property">The navigation.</param>
/// <param name="IdProperty">The id; null where there is none.</param>
/// <param name="ResourceType">The type at the other end.</param>
internal sealed record Navigation(string Name, PropertyInfo Property, PropertyInfo? IdProperty, string ResourceType)
{
    internal bool IsToMany => !typeof(KlaviyoResource).IsAssignableFrom(Property.PropertyType);

    /// <summary>The resources that the navigation holds.</summary>
    internal IEnumerable<KlaviyoResource> Targets(KlaviyoResource owner) => Property.GetValue(owner) switch
    {
        null => [],
        KlaviyoResource one => [one],
        IEnumerable<KlaviyoResource> many => many,
        _ => throw new InvalidOperationException($"{owner.GetType().Name}.{Property.Name} is not a navigation."),
    };

    /// <summary>The id of a to-one relationship that is known without the resource; null when there is none.</summary>
    /// <exception cref="ArgumentException">The navigation says something else.</exception>
    internal string? Id(KlaviyoResource owner)
    {
        string? id = IdProperty?.GetValue(owner) as string;
        string? target = IsToMany ? null : Targets(owner).FirstOrDefault()?.Id;
        if (id is not null && target is not null && id != target)
            throw new ArgumentException($"{owner.GetType().Name}.{IdProperty!.Name} is '{id}', but {Property.Name} has the id '{target}'.");
        return target ?? id;
    }
}
