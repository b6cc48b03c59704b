using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>Lays JSON out for readers: what fits on a line stands on one, the rest is indented by two spaces.</summary>
internal static class JsonLayout
{
    private const int Width = 160;

    private static readonly JsonSerializerOptions _compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        string line = Line(node);
        if (node is not (JsonObject or JsonArray) || (indent > 0 && indent + line.Length <= Width))
        {
            text.Append(line);
            return;
        }

        bool isObject = node is JsonObject;
        text.Append(isObject ? '{' : '[');
        bool first = true;
        if (node is JsonObject members)
        {
            foreach (KeyValuePair<string, JsonNode?> member in members)
            {
                NewLine(text, indent + 2, ref first);
                text.Append(JsonSerializer.Serialize(member.Key, _compact)).Append(": ");
                Write(text, member.Value, indent + 2);
            }
        }
        else
        {
            foreach (JsonNode? item in node.AsArray())
            {
                NewLine(text, indent + 2, ref first);
                Write(text, item, indent + 2);
            }
        }

        text.Append('\n').Append(' ', indent).Append(isObject ? '}' : ']');
    }

    private static void NewLine(StringBuilder text, int indent, ref bool first)
    {
        text.Append(first ? "\n" : ",\n").Append(' ', indent);
        first = false;
    }

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject members =>
            "{ " + string.Join(", ", members.Select(member => JsonSerializer.Serialize(member.Key, _compact) + ": " + Line(member.Value))) + " }",
        JsonArray items => "[" + string.Join(", ", items.Select(Line)) + "]",
        null => "null",
        _ => node.ToJsonString(_compact),
    };
}
