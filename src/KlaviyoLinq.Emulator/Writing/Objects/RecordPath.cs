using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Writing.Objects;

/// <summary>
/// Path of a source mapping: the part of JSONPath that names one value (<c>$.order.id</c>, <c>$['order']['id']</c>, <c>$.lines[0].sku</c>), also without
/// the <c>$</c>.
/// </summary>
internal static class RecordPath
{
    /// <summary>Finds the value; undefined where there is none, and for a path that names no single value.</summary>
    internal static JsonElement Find(JsonElement record, string path)
    {
        string rest = path.StartsWith('$') ? path[1..] : "." + path;
        JsonElement value = record;
        while (rest.Length > 0)
        {
            if (Next(rest) is not var (segment, isIndex, length))
                return default;
            rest = rest[length..];
            value = isIndex ? Item(value, segment) : Member(value, segment);
        }
        return value;
    }

    /// <summary>The first segment, and the number of characters that it takes; null where it is none.</summary>
    private static (string Segment, bool IsIndex, int Length)? Next(string rest)
    {
        if (rest[0] == '.')
        {
            int end = rest.AsSpan(1).IndexOfAny('.', '[') is var at and >= 0 ? at + 1 : rest.Length;
            return end > 1 && rest[1..end] != "*" ? (rest[1..end], false, end) : null;
        }
        int close = rest.IndexOf(']');
        if (rest[0] != '[' || close < 0)
            return null;
        string inside = rest[1..close];
        return inside is ['\'', .. var single, '\''] ? (single, false, close + 1)
            : inside is ['"', .. var quoted, '"'] ? (quoted, false, close + 1)
            : inside.Length > 0 && inside.All(char.IsAsciiDigit) ? (inside, true, close + 1)
            : null;
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member) ? member : default;

    private static JsonElement Item(JsonElement value, string index) =>
        value.ValueKind == JsonValueKind.Array && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int at)
            && at < value.GetArrayLength()
            ? value[at]
            : default;
}
