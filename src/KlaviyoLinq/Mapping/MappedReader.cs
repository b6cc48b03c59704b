using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Mapping;

/// <summary>Fills objects of a mapped class. It works by reflection, as the classes are not known when the library is built.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
[UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal static class MappedReader
{
    // As lenient as the library's own model: numbers may come as strings.
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    internal static object Read(MappedResource map, ModelMap model, KlaviyoResource resource)
    {
        UnknownResource sent = (UnknownResource)resource;
        object mapped = Activator.CreateInstance(map.ClrType)!;
        foreach (MappedMember member in map.Members)
        {
            if (Value(member, model, sent) is { } value)
                member.Property.SetValue(mapped, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        return mapped;
    }

    private static object? Value(MappedMember member, ModelMap model, UnknownResource sent) => member.Segment.Kind switch
    {
        SegmentKind.Id => sent.Id,
        SegmentKind.RelationshipId => sent.RelatedId(member.Segment.WireName),
        SegmentKind.Relationship => Related(member.Property.PropertyType, model, sent.Related(member.Segment.WireName)),
        SegmentKind.Attribute => Attribute(member, sent),
        _ => null,
    };

    private static object? Attribute(MappedMember member, UnknownResource sent)
    {
        if (!sent.Attributes.TryGetValue(member.Segment.WireName, out JsonElement json) || json.ValueKind == JsonValueKind.Null)
            return null;
        Type type = Nullable.GetUnderlyingType(member.Property.PropertyType) ?? member.Property.PropertyType;
        if (type == typeof(KlaviyoMap))
            return new KlaviyoMap(json);
        if (typeof(IKlaviyoEnum).IsAssignableFrom(type))
            return Activator.CreateInstance(type, json.ToString());
        string path = "attributes." + member.Segment.WireName;
        if (MappedScalar.IsKnown(type))
            return MappedScalar.Read(type, json, path, sent);
        try
        {
            return json.Deserialize(type, _json);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new KlaviyoMaterializationException(type.Name, JsonKinds.Describe(json.ValueKind), path, sent.ResourceType, sent.Id);
        }
    }

    private static object? Related(Type type, ModelMap model, IReadOnlyList<KlaviyoResource> resources)
    {
        if (!type.IsGenericType)
            return resources.Count == 0 ? null : One(type, model, resources[0]);
        Type element = type.GetGenericArguments()[0];
        Array items = Array.CreateInstance(element, resources.Count);
        for (int i = 0; i < items.Length; i++)
            items.SetValue(One(element, model, resources[i]), i);
        return type.IsInstanceOfType(items) ? items : Activator.CreateInstance(type, items);
    }

    private static object? One(Type type, ModelMap model, KlaviyoResource resource) =>
        model.Find(type) is { } map && resource is UnknownResource ? Read(map, model, resource) : type.IsInstanceOfType(resource) ? resource : null;
}
