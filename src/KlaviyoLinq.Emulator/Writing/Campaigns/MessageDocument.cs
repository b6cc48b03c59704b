using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Campaigns;

/// <summary>
/// Document of a message as the assignment of a template answers with it: the members of its definition are attributes of their own there, by the official
/// document.
/// </summary>
internal static class MessageDocument
{
    private static readonly string[] _defined = ["label", "channel", "content"];
    private static readonly string[] _others = ["send_times", "created_at", "updated_at"];

    internal static byte[] Write(WriteCall call, StoredResource message)
    {
        using PageBuffer text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteStartObject("data"u8);
            json.WriteString("type"u8, message.Layout.Type);
            json.WriteString("id"u8, message.Id);
            json.WriteStartObject("attributes"u8);
            WriteAttributes(json, message);
            json.WriteEndObject();
            WriteSelf(json, $"{new Uri(call.Address).GetLeftPart(UriPartial.Authority)}/api/campaign-messages/{message.Id}/");
            json.WriteEndObject();
            WriteSelf(json, call.Address);
            json.WriteEndObject();
        }

        return text.Written.ToArray();
    }

    private static void WriteAttributes(Utf8JsonWriter json, StoredResource message)
    {
        JsonElement definition = StoredValues.Json(message, "definition");
        foreach (string name in _defined)
        {
            json.WritePropertyName(name);
            if (definition.ValueKind == JsonValueKind.Object && definition.TryGetProperty(name, out JsonElement value))
                value.WriteTo(json);
            else
                json.WriteStringValue("");
        }

        foreach (string name in _others)
        {
            json.WritePropertyName(name);
            if (StoredValues.Json(message, name) is { ValueKind: not JsonValueKind.Undefined } value)
                value.WriteTo(json);
            else
                json.WriteNullValue();
        }
    }

    private static void WriteSelf(Utf8JsonWriter json, string address)
    {
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, address);
        json.WriteEndObject();
    }
}
