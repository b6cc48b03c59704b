using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Writing;

/// <summary>Writes the members of a body whose values are not scalars: objects, maps, arrays, and any JSON.</summary>
internal static partial class BodyJson
{
    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, JsonElement? value)
    {
        json.WritePropertyName(name);
        if (value is { ValueKind: not JsonValueKind.Undefined } element)
            element.WriteTo(json);
        else
            json.WriteNullValue();
    }

    /// <param name="json">The writer.</param>
    /// <param name="name">The member.</param>
    /// <param name="map">The map.</param>
    /// <param name="keysOnly">Whether only the keys that were set are written.</param>
    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, KlaviyoMap? map, bool keysOnly)
    {
        if (keysOnly && map?.HasSetKeys == false)
            return;
        json.WritePropertyName(name);
        if (map is null)
            json.WriteNullValue();
        else
            map.WriteTo(json, keysOnly);
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, KlaviyoObject? value, BodyScope scope)
    {
        json.WritePropertyName(name);
        WriteValue(json, value, scope);
    }

    /// <summary>Writes the members of a map into the object that is open.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, KlaviyoMap map)
    {
        foreach ((string key, JsonElement value) in map)
        {
            json.WritePropertyName(key);
            value.WriteTo(json);
        }
    }

    /// <summary>Writes a resource within an attribute, where the operation takes it there.</summary>
    internal static void WriteEmbedded(Utf8JsonWriter json, JsonEncodedText name, KlaviyoResource? resource, BodyScope scope)
    {
        if (!scope.IsKnown)
            return;
        json.WriteStartObject(name);
        json.WritePropertyName("data"u8);
        if (resource is null)
            json.WriteNullValue();
        else
            ResourceBody.WriteEmbedded(json, resource, scope.OfEmbedded());
        json.WriteEndObject();
    }

    internal static void WriteEmbedded<T>(Utf8JsonWriter json, JsonEncodedText name, KlaviyoLinks<T>? resources, BodyScope scope)
        where T : KlaviyoResource
    {
        if (!scope.IsKnown)
            return;
        json.WriteStartObject(name);
        json.WriteStartArray("data"u8);
        for (int i = 0; i < resources?.Count; i++)
            ResourceBody.WriteEmbedded(json, resources[i], scope.OfEmbedded());
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, KlaviyoObject? value, BodyScope scope)
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        value.WriteMembers(json, scope);
        json.WriteEndObject();
    }
}
