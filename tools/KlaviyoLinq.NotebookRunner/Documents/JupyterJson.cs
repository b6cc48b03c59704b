using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>
/// Writes JSON as Jupyter does (Python's <c>json.dumps</c> with one space of indentation, sorted keys and no escapes beyond the necessary), so that
/// both leave the same file.
/// </summary>
internal static class JupyterJson
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="depth">How deep the line is indented on which the value begins.</param>
    internal static string Write(JsonNode? value, int depth)
    {
        StringBuilder text = new();
        Append(text, value, depth);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? value, int depth)
    {
        switch (value)
        {
            case JsonObject members:
                AppendAll(text, '{', '}', depth, members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    AppendString(text, member.Key);
                    text.Append(": ");
                    Append(text, member.Value, depth + 1);
                });
                break;
            case JsonArray elements:
                AppendAll(text, '[', ']', depth, elements, element => Append(text, element, depth + 1));
                break;
            case not null when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, (string)value!);
                break;
            default:
                text.Append(value?.ToJsonString() ?? "null");
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, int depth, IEnumerable<T> parts, Action<T> append)
    {
        text.Append(open);
        bool isEmpty = true;
        foreach (T part in parts)
        {
            text.Append(isEmpty ? "\n" : ",\n").Append(' ', depth + 1);
            append(part);
            isEmpty = false;
        }

        if (!isEmpty)
            text.Append('\n').Append(' ', depth);
        text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char letter in value)
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        text.Append('"');
    }
}
