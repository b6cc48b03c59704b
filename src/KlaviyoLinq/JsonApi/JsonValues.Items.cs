using System.Runtime.InteropServices;
using System.Text.Json;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.JsonApi;

/// <content>The items of arrays: the reader stands on the item itself. Also what the members that are no scalars are read with.</content>
internal static partial class JsonValues
{
    internal static string StringItem(ref Utf8JsonReader json) =>
        new ScalarToken(ref json).TryReadString(out string? value) && value is not null ? value : throw Unreadable(ref json, "a string");

    internal static long IntegerItem(ref Utf8JsonReader json) =>
        new ScalarToken(ref json).TryReadInteger(out long? value) && value is not null ? value.Value : throw Unreadable(ref json, "a whole number");

    internal static double NumberItem(ref Utf8JsonReader json) =>
        new ScalarToken(ref json).TryReadNumber(out double? value) && value is not null ? value.Value : throw Unreadable(ref json, "a number");

    internal static bool BooleanItem(ref Utf8JsonReader json) =>
        new ScalarToken(ref json).TryReadBoolean(out bool? value) && value is not null ? value.Value : throw Unreadable(ref json, "a boolean");

    internal static DateTimeOffset DateTimeItem(ref Utf8JsonReader json) =>
        new ScalarToken(ref json).TryReadDateTime(out DateTimeOffset? value) && value is not null ? value.Value : throw Unreadable(ref json, "a date-time");

    internal static KlaviyoMap MapItem(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
            throw Unreadable(ref json, "an object");

        // The reader has no member that gives an object's bytes without parsing them. It reads from one span, though, so the span of the
        // opening brace can be drawn out to the closing one.
        ReadOnlySpan<byte> openingBrace = json.ValueSpan;
        long start = json.TokenStartIndex;
        json.Skip();
        int length = (int)(json.BytesConsumed - start);
        return length == 2
            ? KlaviyoMap.Empty
            : new KlaviyoMap(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(openingBrace), length).ToArray());
    }

    internal static KlaviyoValue ScalarItem(ref Utf8JsonReader json) =>
        KlaviyoValue.TryRead(new ScalarToken(ref json), out KlaviyoValue value) ? value : throw Unreadable(ref json, "a string, number or boolean");

    internal static JsonElement AnyItem(ref Utf8JsonReader json) => JsonElement.ParseValue(ref json);
}
