using System.Text.Json;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Documents.Writing;

/// <content>Arrays. A list is a whole value: null is written as null, and an empty one as <c>[]</c>.</content>
internal static partial class BodyJson
{
    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<string>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            json.WriteStringValue(list[i]);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<bool>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            json.WriteBooleanValue(list[i]);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<long>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            json.WriteNumberValue(list[i]);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<double>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            json.WriteNumberValue(list[i]);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<DateTimeOffset>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            json.WriteStringValue(list[i]);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<KlaviyoValue>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            MapWriter.WriteScalar(json, list[i]);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<JsonElement>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            list[i].WriteTo(json);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<KlaviyoMap>? list)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            list[i].WriteTo(json, keysOnly: false);
        json.WriteEndArray();
    }

    internal static void Write<T>(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<T>? list)
        where T : struct, IKlaviyoEnum
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            json.WriteStringValue(list[i].Value);
        json.WriteEndArray();
    }

    internal static void Write(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<KlaviyoObject>? list, BodyScope scope)
    {
        if (!Open(json, name, list))
            return;
        for (int i = 0; i < list!.Count; i++)
            WriteValue(json, list[i], scope);
        json.WriteEndArray();
    }

    private static bool Open(Utf8JsonWriter json, JsonEncodedText name, object? list)
    {
        if (list is null)
            json.WriteNull(name);
        else
            json.WriteStartArray(name);
        return list is not null;
    }
}
