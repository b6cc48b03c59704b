using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Mapping;

/// <summary>Fills objects of mapped classes. It works by reflection, as the classes are not known when the library is built.</summary>
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only classes that were mapped get here, and KlaviyoOptions.Map warns of those.")]
internal sealed class MappedReader
{
    private readonly ModelMap _model;
    private readonly bool _isLenient;

    // Related resources can lead back to the one that is being filled.
    private readonly Dictionary<KlaviyoResource, object?> _made = new(ReferenceEqualityComparer.Instance);

    private MappedReader(ModelMap model, bool isLenient) => (_model, _isLenient) = (model, isLenient);

    /// <summary>Reads an object.</summary>
    /// <param name="map">Its class.</param>
    /// <param name="model">All mapped classes.</param>
    /// <param name="resource">What was sent.</param>
    /// <param name="isLenient">Whether what cannot be read is null where the property can be null.</param>
    internal static object Read(MappedResource map, ModelMap model, KlaviyoResource resource, bool isLenient) =>
        new MappedReader(model, isLenient).Read(map, (UnknownResource)resource);

    private object Read(MappedResource map, UnknownResource sent)
    {
        MappedConstruction construction = map.Construction;
        _made[sent] = null;
        object?[] parameters = new object?[construction.Parameters.Count];
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = Value(construction.Parameters[i], sent);
        object mapped = construction.Make(parameters);
        _made[sent] = mapped;
        foreach (MappedMember member in map.Members)
        {
            if (member.CanBeSet && !construction.Parameters.Contains(member) && Value(member, sent) is { } value)
                member.Property.SetValue(mapped, value, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        return mapped;
    }

    private object? Value(MappedMember member, UnknownResource sent) => member.Segment.Kind switch
    {
        SegmentKind.Id => Id(member, sent.Id, "id", sent),
        SegmentKind.RelationshipId => Id(member, sent.RelatedId(member.Segment.WireName), $"relationships.{member.Segment.WireName}.data.id", sent),
        SegmentKind.Relationship => Related(member.Property.PropertyType, sent.Related(member.Segment.WireName)),
        SegmentKind.Attribute => Attribute(member, sent),
        _ => null,
    };

    private object? Id(MappedMember member, string? id, string path, UnknownResource sent) =>
        id is null || member.Property.PropertyType == typeof(string)
        ? id
        : Scalar(member, Json(id), path, sent, isFound: true);

    private static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
        return document.RootElement.Clone();
    }

    private object? Attribute(MappedMember member, UnknownResource sent) => sent.Attributes.TryGetValue(member.Segment.WireName, out JsonElement json)
        ? Scalar(member, json, "attributes." + member.Segment.WireName, sent, isFound: member.Operators != KlaviyoFilterOperators.None)
        : null;

    // What a filter would not find again by the value that was read must not be read as that value.
    private object? Scalar(MappedMember member, JsonElement json, string path, UnknownResource sent, bool isFound)
    {
        WireType type = member.Type!;
        bool isRead = type.TryRead(json, out object? value);
        if (_isLenient && !member.IsRequired && !(isRead && (value is null || !isFound || type.IsFoundBy(json, value))))
            return null;
        if (!isRead)
            throw new KlaviyoMaterializationException(type.Expected, JsonKinds.Describe(json.ValueKind), path, sent.ResourceType, sent.Id);
        if (value is null && member.IsRequired)
        {
            string expected = $"{type.Expected} for {member.Property.Name}, which has no null (declare it as {member.Property.PropertyType.Name}? to read one)";
            throw new KlaviyoMaterializationException(
                expected, json.ValueKind == JsonValueKind.Null ? "null" : "an empty string", path, sent.ResourceType, sent.Id);
        }

        if (value is not null && isFound && !type.IsFoundBy(json, value))
            throw new KlaviyoMaterializationException(
                $"{type.Expected} in the spelling that filters use", JsonKinds.Describe(json.ValueKind), path, sent.ResourceType, sent.Id);
        return value;
    }

    private object? Related(Type type, IReadOnlyList<KlaviyoResource> resources)
    {
        if (AttributeTypes.ElementOf(type) is not { } element)
            return resources.Count == 0 ? null : One(type, resources[0]);
        Array items = Array.CreateInstance(element, resources.Count);
        for (int i = 0; i < items.Length; i++)
            items.SetValue(One(element, resources[i]), i);
        return AttributeTypes.List(type, items);
    }

    private object? One(Type type, KlaviyoResource resource)
    {
        if (_model.Find(type) is not { } map)
            return type.IsInstanceOfType(resource) ? resource : null;
        if (_made.TryGetValue(resource, out object? made))
            return made;
        return resource is UnknownResource sent && sent.ResourceType == map.Type
            ? Read(map, sent)
            : throw new KlaviyoMaterializationException(
                "a resource of the type " + map.Type, "one of the type " + resource.ResourceType, null, resource.ResourceType, resource.Id);
    }
}
