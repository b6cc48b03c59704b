using System.Text.Encodings.Web;
using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Writes error documents with their members in Klaviyo's order.</summary>
internal static class ErrorDocument
{
    internal static void Write(PageBuffer to, ApiError error, string requestId)
    {
        using Utf8JsonWriter json = new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("id", requestId);
        json.WriteNumber("status", error.Status);
        json.WriteString("code", error.Code);
        json.WriteString("title", error.Title);
        json.WriteString("detail", error.Detail);
        WriteSource(json, error);
        if (error.LinksAndMeta || error.TypeLink is not null)
        {
            json.WriteStartObject("links");
            if (error.TypeLink is { } type)
                json.WriteString("type", type);
            json.WriteEndObject();
            json.WriteStartObject("meta");
            if (error.Position is { } position)
                json.WriteNumber("position", position);
            if (error.DuplicateProfileId is { } profile)
                json.WriteString("duplicate_profile_id", profile);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, ApiError error)
    {
        if (error.Parameter is null && error.Pointer is null)
            return;
        json.WriteStartObject("source");
        if (error.Pointer is { } pointer)
            json.WriteString("pointer", pointer);
        if (error.Parameter is { } parameter)
            json.WriteString("parameter", parameter);
        json.WriteEndObject();
    }
}
