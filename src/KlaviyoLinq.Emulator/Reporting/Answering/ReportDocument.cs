using System.Text.Encodings.Web;
using System.Text.Json;
using KlaviyoLinq.Emulator.Buffers;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Answering;

/// <summary>Writes the document of a report.</summary>
internal static class ReportDocument
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a document.</summary>
    /// <param name="call">The request.</param>
    /// <param name="page">The page.</param>
    /// <param name="cursor">The cursor of the next page; null after the last one.</param>
    /// <param name="attributes">Writes the members of the attributes.</param>
    /// <param name="relationships">The ids of the resources that the groups are about, by relationship and type; empty for none.</param>
    internal static WriteAnswer Write(
        WriteCall call, ReportPage page, string? cursor, Action<Utf8JsonWriter> attributes,
        IReadOnlyList<(string Relationship, string Type, IReadOnlyList<string> Ids)> relationships)
    {
        using PageBuffer text = new();
        using (Utf8JsonWriter json = new(text, _options))
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("type", call.Resource.Json.GetProperty("type").GetString());
            json.WriteString("id", page.Id);
            json.WriteStartObject("attributes");
            attributes(json);
            json.WriteEndObject();
            if (relationships.Count > 0)
                Write(json, relationships);
            json.WriteStartObject("links");
            json.WriteString("self", call.Address);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("links");
            json.WriteString("self", call.Address);
            json.WriteString("next", cursor is null ? null : Link(call, cursor));
            json.WriteNull("prev");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return new WriteAnswer(call.Status, Body: text.Written.ToArray());
    }

    /// <summary>Writes the values of a statistic: one for each bucket, or the only one.</summary>
    internal static void Write(Utf8JsonWriter json, string name, IEnumerable<decimal> values)
    {
        json.WriteStartArray(name);
        foreach (decimal value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes the starts of buckets, in UTC.</summary>
    internal static void WriteInstants(Utf8JsonWriter json, string name, IEnumerable<long> starts)
    {
        json.WriteStartArray(name);
        foreach (long start in starts)
            json.WriteStringValue(Instants.Text(new DateTimeOffset(start, TimeSpan.Zero)));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<(string Relationship, string Type, IReadOnlyList<string> Ids)> relationships)
    {
        json.WriteStartObject("relationships");
        foreach ((string relationship, string type, IReadOnlyList<string> ids) in relationships)
        {
            json.WriteStartObject(relationship);
            json.WriteStartArray("data");
            foreach (string id in ids)
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteString("id", id);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>The address of the request with another cursor.</summary>
    private static string Link(WriteCall call, string cursor) => call.Address.Split('?')[0] + "?" + string.Join('&', call.Parameters
        .Where(parameter => parameter.Name != ReportParameters.CursorName)
        .Select(parameter => parameter.Raw)
        .Append(ReportParameters.CursorName + "=" + cursor));
}
