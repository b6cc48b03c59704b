using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Bodies;

/// <summary>Shape of the <c>data</c> that an operation takes.</summary>
internal sealed class BodyShape
{
    private readonly string _type;
    private readonly string? _id;
    private readonly WriteFacts? _write;
    private readonly IReadOnlyList<AttributeFacts> _attributes;

    private BodyShape(string type, string? id, WriteFacts? write, IReadOnlyList<AttributeFacts> attributes)
    {
        _type = type;
        _id = id;
        _write = write;
        _attributes = attributes;
    }

    internal int? MaximumBytes => _write?.MaximumBytes;

    /// <returns>Null where the operation has no JSON body.</returns>
    internal static BodyShape? Of(OperationFacts operation, string? id) => operation switch
    {
        ReportFacts report => new(report.ResourceType, null, null, report.Attributes),
        WriteFacts { ResourceType: { } type, IsForm: false } write => new(type, id, write, write.Attributes),
        _ => null,
    };

    /// <summary>Finds the first fault of <c>data</c>.</summary>
    internal ApiError? Check(JsonElement data) => CountItems(data) ?? (_write is { IsMany: true } ? CheckMany(data) : CheckResource(data));

    private ApiError? CheckMany(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Array)
            return BodyFault.At("/data", "An array is expected.");
        int at = 0;
        foreach (JsonElement item in data.EnumerateArray())
            if (IdentifierRules.Check(item, _type, string.Create(CultureInfo.InvariantCulture, $"/data/{at++}"), _write!.Meta) is { } error)
                return error;
        return null;
    }

    private ApiError? CheckResource(JsonElement data)
    {
        // A to-one relationship is cleared by null.
        if (data.ValueKind == JsonValueKind.Null && _write?.Family == WriteFamily.RelationshipReplace && _write.Meta.Count == 0)
            return null;
        if (data.ValueKind != JsonValueKind.Object)
            return BodyFault.At("/data", "An object is expected.");
        if (IdentifierRules.CheckType(data, _type, "/data") is { } misfit)
            return misfit;
        foreach (JsonProperty member in data.EnumerateObject())
            if (CheckMember(member) is { } error)
                return error;
        return CheckId(data) ?? (data.TryGetProperty("attributes", out _) ? null : ValueRules.CheckMembers(Nothing, _attributes, "/data/attributes"))
            ?? (data.TryGetProperty("relationships", out _) ? null : CheckRelationships(Nothing))
            ?? (data.TryGetProperty("meta", out _) || _write is null ? null : ValueRules.CheckMembers(Nothing, _write.Meta, "/data/meta"));
    }

    private ApiError? CheckMember(JsonProperty member) => member.Name switch
    {
        "type" => null,
        "id" when _write?.HasId == true => null,
        "attributes" => ValueRules.CheckMembers(member.Value, _attributes, "/data/attributes"),
        "relationships" when _write is { Relationships.Count: > 0 } => CheckRelationships(member.Value),
        "meta" when _write is { Meta.Count: > 0 } => ValueRules.CheckMembers(member.Value, _write.Meta, "/data/meta"),
        _ => BodyFault.At("/data/" + BodyFault.Escaped(member.Name), $"'{member.Name}' is not a valid field for this request."),
    };

    private ApiError? CheckId(JsonElement data)
    {
        if (!data.TryGetProperty("id", out JsonElement id))
            return _write?.IdRequired == true ? BodyFault.At("/data/id", "'id' is a required field.") : null;
        if (id.ValueKind != JsonValueKind.String || id.GetString()!.Length == 0)
            return BodyFault.At("/data/id", "Not a valid id.");
        bool isOfPath = _id is not null && _write!.Family is WriteFamily.Update or WriteFamily.Action;
        return isOfPath && id.GetString() != _id ? BodyFault.At("/data/id", $"The id is not that of the path, '{_id}'.") : null;
    }

    private ApiError? CheckRelationships(JsonElement value)
    {
        IReadOnlyList<BodyRelationshipFacts> known = _write?.Relationships ?? [];
        if (value.ValueKind != JsonValueKind.Object)
            return BodyFault.At("/data/relationships", "An object is expected.");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string pointer = "/data/relationships/" + BodyFault.Escaped(member.Name);
            ApiError? error = known.FirstOrDefault(facts => facts.Name == member.Name) is { } relationship
                ? IdentifierRules.CheckRelationship(member.Value, relationship, pointer)
                : BodyFault.At(pointer, $"'{member.Name}' is not a valid relationship for this request.");
            if (error is not null)
                return error;
        }
        return known.FirstOrDefault(facts => facts.Required && !value.TryGetProperty(facts.Name, out _)) is { } missing
            ? BodyFault.At("/data/relationships/" + missing.Name, $"'{missing.Name}' is a required relationship.")
            : null;
    }

    private ApiError? CountItems(JsonElement data)
    {
        if (_write is not { MaximumItems: { } maximum, ItemsPath: { } path })
            return null;
        JsonElement items = data;
        foreach (string name in path == "data" ? [] : path.Split('.'))
            if (items.ValueKind != JsonValueKind.Object || !items.TryGetProperty(name, out items))
                return null;
        return items.ValueKind == JsonValueKind.Array && items.GetArrayLength() > maximum
            ? BodyFault.At(
                path == "data" ? "/data" : "/data/" + path.Replace('.', '/'),
                string.Create(CultureInfo.InvariantCulture, $"There are {items.GetArrayLength()} items; at most {maximum} are allowed."))
            : null;
    }

    private static JsonElement Nothing { get; } = JsonElement.Parse("{}");
}
