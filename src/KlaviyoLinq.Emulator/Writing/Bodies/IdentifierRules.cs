using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Bodies;

/// <summary>Checks the resource identifiers of a body: <c>{"type": "profile", "id": "…"}</c>.</summary>
internal static class IdentifierRules
{
    /// <summary>Checks an identifier, and its <c>meta</c> where the operation takes one.</summary>
    internal static ApiError? Check(JsonElement identifier, string type, string pointer, IReadOnlyList<AttributeFacts> meta)
    {
        if (identifier.ValueKind != JsonValueKind.Object)
            return BodyFault.At(pointer, "An object is expected.");
        if (CheckType(identifier, type, pointer) is { } misfit)
            return misfit;
        if (!identifier.TryGetProperty("id", out JsonElement id))
            return BodyFault.At(pointer + "/id", "'id' is a required field.");
        if (id.ValueKind != JsonValueKind.String || id.GetString()!.Length == 0)
            return BodyFault.At(pointer + "/id", "Not a valid id.");
        foreach (JsonProperty member in identifier.EnumerateObject())
            if (member.Name is not ("type" or "id") && (member.Name != "meta" || meta.Count == 0))
                return BodyFault.At($"{pointer}/{BodyFault.Escaped(member.Name)}", $"'{member.Name}' is not a valid field for this request.");
        if (meta.Count == 0)
            return null;
        return identifier.TryGetProperty("meta", out JsonElement given)
            ? ValueRules.CheckMembers(given, meta, pointer + "/meta")
            : meta.Any(facts => facts.Required) ? BodyFault.At(pointer + "/meta", "'meta' is a required field.") : null;
    }

    internal static ApiError? CheckType(JsonElement resource, string type, string pointer)
    {
        if (!resource.TryGetProperty("type", out JsonElement stated))
            return BodyFault.At(pointer + "/type", "'type' is a required field.");
        return stated.ValueKind == JsonValueKind.String && stated.GetString() == type
            ? null
            : BodyFault.At(pointer + "/type", $"'{stated}' is not the type of this request, '{type}'.");
    }

    internal static ApiError? CheckRelationship(JsonElement value, BodyRelationshipFacts facts, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("data", out JsonElement data))
            return BodyFault.At(pointer + "/data", "'data' is a required field.");
        foreach (JsonProperty member in value.EnumerateObject())
            if (member.Name != "data")
                return BodyFault.At($"{pointer}/{BodyFault.Escaped(member.Name)}", $"'{member.Name}' is not a valid field for this request.");
        if (!facts.ToMany)
            return data.ValueKind == JsonValueKind.Null
                ? facts.Required ? BodyFault.At(pointer + "/data", $"'{facts.Name}' may not be null.") : null
                : Check(data, facts.ResourceType, pointer + "/data", []);
        if (data.ValueKind != JsonValueKind.Array)
            return BodyFault.At(pointer + "/data", "An array is expected.");
        int at = 0;
        foreach (JsonElement item in data.EnumerateArray())
            if (Check(item, facts.ResourceType, string.Create(CultureInfo.InvariantCulture, $"{pointer}/data/{at++}"), []) is { } error)
                return error;
        return null;
    }
}
