using System.Text.Json;
using System.Text.Json.Nodes;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Objects;

/// <summary>The way from the records of a data source to the objects of a type: the current schema of the type and its source mapping.</summary>
internal sealed class ObjectMapping
{
    private readonly string _source;
    private readonly List<RecordProperty> _properties;
    private readonly HashSet<string> _required;
    private readonly JsonElement[] _mappings;

    private ObjectMapping(StoredResource type, StoredResource schema, JsonElement[] mappings, string source)
    {
        Type = type;
        _source = source;
        _mappings = mappings;
        _properties =
        [
            .. Items(StoredValues.Json(schema, "properties")).Select(property => new RecordProperty(
                property.GetProperty("id").GetInt64(), property.GetProperty("name").GetString()!, property.GetProperty("type").GetString()!)),
        ];
        _required = [.. Items(StoredValues.Json(schema, "required")).Select(name => name.GetString()!)];
    }

    /// <summary>The object type.</summary>
    internal StoredResource Type { get; }

    /// <summary>Finds the mappings from a data source.</summary>
    internal static IReadOnlyList<ObjectMapping> From(ResourceStore store, string source) =>
    [
        .. from type in store.All("object-type")
           let schema = Related(store, type, "current-schema")
           where schema is not null
           let mapping = Related(store, schema, "source-mapping")
           where mapping is not null
           let mappings = (JsonElement[])[.. Items(StoredValues.Json(mapping, "property_mappings"))]
           where mappings.Any(property => IsFrom(property, source))
           select new ObjectMapping(type, schema, mappings, source),
    ];

    /// <summary>The id of a record in its source; null where the record has none.</summary>
    internal string? KeyOf(JsonElement record)
    {
        JsonElement source = _mappings.First(property => IsFrom(property, _source)).GetProperty("source");
        JsonElement key = RecordPath.Find(record, source.GetProperty("id_path").GetString()!);
        return key.ValueKind switch
        {
            JsonValueKind.String => key.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => key.GetRawText(),
            _ => null,
        };
    }

    /// <summary>The properties that a record gives its object, by name.</summary>
    internal (JsonObject Properties, List<RecordError> Errors) Map(JsonElement record)
    {
        JsonObject properties = [];
        List<RecordError> errors = [];
        foreach (JsonElement mapping in _mappings)
            if (_properties.FirstOrDefault(property => property.Id == mapping.GetProperty("id").GetInt64()) is { } property
                && ValueOf(mapping, record) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value)
            {
                if (property.Takes(value))
                    properties[property.Name] = JsonValues.Node(value);
                else
                    errors.Add(new RecordError("invalid_type", $"Not a valid {property.Type}.", property.Name, value.GetRawText()));
            }
        foreach (string name in _required)
            if (!properties.ContainsKey(name) && errors.All(error => error.Property != name))
                errors.Add(new RecordError("required", $"'{name}' is required.", name, null));
        return (properties, errors);
    }

    /// <summary>The value of a constant, or that of a record of the source; undefined for a property that another source gives.</summary>
    private JsonElement ValueOf(JsonElement mapping, JsonElement record) =>
        IsFrom(mapping, _source) ? RecordPath.Find(record, mapping.GetProperty("source").GetProperty("data_path").GetString()!)
        : mapping.TryGetProperty("value", out JsonElement constant) ? constant
        : default;

    private static bool IsFrom(JsonElement mapping, string source) =>
        mapping.TryGetProperty("source", out JsonElement from) && from.ValueKind == JsonValueKind.Object && from.GetProperty("source_id").GetString() == source;

    private static StoredResource? Related(ResourceStore store, StoredResource resource, string name)
    {
        RelationshipLayout relationship = resource.Layout.FindRelationship(name)!;
        return resource.Related(relationship) is { Count: > 0 } ids ? store.Find(relationship.ResourceType, ids[0]) : null;
    }

    private static IEnumerable<JsonElement> Items(JsonElement array) => array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];
}
