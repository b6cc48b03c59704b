using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Commands;

/// <summary>Compares the values that were sent with those of a resource.</summary>
internal static class SentValues
{
    /// <summary>Returns whether a value has all members that were sent. Members that answers never have, such as secrets, do not count.</summary>
    internal static bool AreIn(JsonElement sent, JsonElement found)
    {
        if (sent.ValueKind != JsonValueKind.Object || found.ValueKind != JsonValueKind.Object)
            return AreEqual(sent, found);
        foreach (JsonProperty member in sent.EnumerateObject())
            if (found.TryGetProperty(member.Name, out JsonElement value) && !AreIn(member.Value, value))
                return false;
        return true;
    }

    // The same moment can be written in two ways.
    private static bool AreEqual(JsonElement sent, JsonElement found) =>
        JsonElement.DeepEquals(sent, found)
        || (Moment(sent) is { } one && Moment(found) is { } other && one == other);

    private static DateTimeOffset? Moment(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment)
            ? moment
            : null;
}
