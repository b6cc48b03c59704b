using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KlaviyoLinq.Model;

/// <summary>Writes the JSON of maps that are made by hand. Knows its types one by one: reflection-based JSON is off in trimmed programs.</summary>
internal static class MapWriter
{
    internal static byte[] Write(IEnumerable<KeyValuePair<string, object?>> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        WriteObject(json, members);
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Returns a value as JSON.</summary>
    internal static JsonElement Element(object? value)
    {
        if (value is JsonElement known)
            return known;
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        WriteValue(json, value);
        json.Flush();
        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = KlaviyoMap.MaxDepth });
    }

    internal static byte[] Copy(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"A map requires a JSON object, not a value of kind {element.ValueKind}.", nameof(element));
        return JsonMarshal.GetRawUtf8Value(element).ToArray();
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> members)
    {
        json.WriteStartObject();
        foreach ((string key, object? value) in members)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    internal static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool boolean: json.WriteBooleanValue(boolean); break;
            case double number: json.WriteNumberValue(number); break;
            case float number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case ulong number: json.WriteNumberValue(number); break;
            case sbyte or byte or short or ushort or int or uint or long: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case DateTimeOffset moment: json.WriteStringValue(moment); break;
            case DateTime moment: json.WriteStringValue(moment); break;
            case DateOnly date: json.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(id); break;
            case IKlaviyoEnum named: json.WriteStringValue(named.Value); break;
            case KlaviyoValue scalar: WriteScalar(json, scalar); break;
            case KlaviyoMap map: json.WriteRawValue(map.ToString()); break;
            case JsonElement element: element.WriteTo(json); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteObject(json, members); break;
            case IEnumerable items: WriteArray(json, items); break;
            default: throw new ArgumentException($"A map cannot hold a value of type {value.GetType()}.", nameof(value));
        }
    }

    internal static void WriteScalar(Utf8JsonWriter json, KlaviyoValue scalar)
    {
        switch (scalar.Kind)
        {
            case KlaviyoValueKind.String: json.WriteStringValue(scalar.AsString()); break;
            case KlaviyoValueKind.Number: json.WriteRawValue(scalar.AsString()!); break;
            case KlaviyoValueKind.Boolean: json.WriteBooleanValue(scalar.AsBoolean() == true); break;
            default: json.WriteNullValue(); break;
        }
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable items)
    {
        json.WriteStartArray();
        foreach (object? item in items)
            WriteValue(json, item);
        json.WriteEndArray();
    }
}
