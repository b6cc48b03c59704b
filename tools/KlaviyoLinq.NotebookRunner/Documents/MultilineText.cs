using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>Text as nbformat has it: a string, or an array of lines that keep their ends.</summary>
internal static class MultilineText
{
    internal static string Read(JsonNode? text) => text switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        _ when text.GetValueKind() == JsonValueKind.String => (string)text!,
        _ => text.ToJsonString(),
    };

    internal static JsonArray Write(string text)
    {
        JsonArray lines = [];
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and int newline ? newline + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }
}
