using System.Globalization;
using System.Text.Json;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;

namespace KlaviyoLinq.Emulator.Writing.Bodies;

/// <summary>Checks values of a body against the catalogue: unknown and missing members, kinds, null, enumerations, alternatives.</summary>
internal static class ValueRules
{
    /// <summary>Checks the members of an object.</summary>
    internal static ApiError? CheckMembers(JsonElement value, IReadOnlyList<AttributeFacts> members, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return BodyFault.At(pointer, "An object is expected.");
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string place = $"{pointer}/{BodyFault.Escaped(member.Name)}";
            ApiError? error = members.FirstOrDefault(facts => facts.Name == member.Name) is { } known
                ? Check(member.Value, known, place)
                : BodyFault.At(place, $"'{member.Name}' is not a valid field for this request.");
            if (error is not null)
                return error;
        }
        return members.FirstOrDefault(facts => facts.Required && !value.TryGetProperty(facts.Name, out _)) is { } missing
            ? BodyFault.At($"{pointer}/{BodyFault.Escaped(missing.Name)}", $"'{missing.Name}' is a required field.")
            : null;
    }

    private static ApiError? Check(JsonElement value, AttributeFacts facts, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return facts.Nullable || facts.Kind == AttributeKind.Any ? null : BodyFault.At(pointer, $"'{facts.Name}' may not be null.");
        if (!facts.IsArray)
            return CheckOne(value, facts, pointer);
        if (value.ValueKind != JsonValueKind.Array)
            return BodyFault.At(pointer, "An array is expected.");
        int at = 0;
        foreach (JsonElement item in value.EnumerateArray())
            if (CheckOne(item, facts, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{at++}")) is { } error)
                return error;
        return null;
    }

    private static ApiError? CheckOne(JsonElement value, AttributeFacts facts, string pointer) => facts.Kind switch
    {
        // Definitions that contain themselves are listed without their members.
        AttributeKind.Object when facts.Members.Count > 0 => CheckMembers(value, facts.Members, pointer),
        AttributeKind.Union => CheckUnion(value, facts, pointer),
        _ when !IsOf(value, facts.Kind) => BodyFault.At(pointer, $"Not a valid {Name(facts.Kind)}."),
        _ when facts.Values.Count > 0 && !facts.Values.Contains(Text(value)) =>
            BodyFault.At(pointer, $"'{Text(value)}' is not a valid choice. Choices: {string.Join(", ", facts.Values)}."),
        _ => null,
    };

    private static ApiError? CheckUnion(JsonElement value, AttributeFacts facts, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return BodyFault.At(pointer, "An object is expected.");
        ApiError? closest = null;
        foreach (AlternativeFacts alternative in facts.Alternatives)
        {
            bool isMeant = alternative.Discriminator is { } name && value.TryGetProperty(name, out JsonElement stated)
                && alternative.Values.Contains(Text(stated));
            if (CheckMembers(value, alternative.Members, pointer) is not { } error)
                return null;
            if (isMeant || closest is null)
                closest = error;
        }
        return closest;
    }

    private static bool IsOf(JsonElement value, AttributeKind kind) => kind switch
    {
        AttributeKind.String => value.ValueKind == JsonValueKind.String,
        AttributeKind.DateTime => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        AttributeKind.Date => value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        AttributeKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && decimal.IsInteger(number),
        AttributeKind.Number => value.ValueKind == JsonValueKind.Number,
        AttributeKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        AttributeKind.Object or AttributeKind.Map => value.ValueKind == JsonValueKind.Object,
        AttributeKind.Scalar => value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };

    private static string Name(AttributeKind kind) => kind switch
    {
        AttributeKind.DateTime => "date and time (ISO 8601)",
        AttributeKind.Date => "date (YYYY-MM-DD)",
        AttributeKind.Map => "object",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };
}
