using System.Text.Json;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <content>The items of arrays: the scanner stands on the item itself. Also what the members that are not scalars are read with.</content>
internal static partial class JsonValues
{
    internal static string StringItem(ref JsonScanner json) =>
        json.Kind == JsonTokenType.String ? json.GetString()
        : Scalar(ref json).TryReadString(out string? value) && value is not null ? value : UnreadItem<string>(ref json, "a string") ?? "";

    internal static long IntegerItem(ref JsonScanner json) =>
        Scalar(ref json).TryReadInteger(out long? value) && value is not null ? value.Value : UnreadItem<long>(ref json, "a whole number");

    internal static double NumberItem(ref JsonScanner json) =>
        Scalar(ref json).TryReadNumber(out double? value) && value is not null ? value.Value : UnreadItem<double>(ref json, "a number");

    internal static bool BooleanItem(ref JsonScanner json) =>
        Scalar(ref json).TryReadBoolean(out bool? value) && value is not null ? value.Value : UnreadItem<bool>(ref json, "a boolean");

    internal static DateTimeOffset DateTimeItem(ref JsonScanner json) =>
        Scalar(ref json).TryReadDateTime(out DateTimeOffset? value) && value is not null ? value.Value : UnreadItem<DateTimeOffset>(ref json, "a date-time");

    internal static DateOnly DateItem(ref JsonScanner json) =>
        Scalar(ref json).TryReadDate(out DateOnly? value) && value is not null ? value.Value : UnreadItem<DateOnly>(ref json, "a date");

    internal static KlaviyoMap MapItem(ref JsonScanner json)
    {
        if (json.Kind != JsonTokenType.StartObject)
            return UnreadItem<KlaviyoMap>(ref json, "an object") ?? KlaviyoMap.Null;

        ReadOnlySpan<byte> text = json.SkippedText();
        return text.Length == 2 ? KlaviyoMap.Empty : new KlaviyoMap(text.ToArray());
    }

    internal static KlaviyoValue ScalarItem(ref JsonScanner json) =>
        KlaviyoValue.TryRead(Scalar(ref json), out KlaviyoValue value) ? value : Unread<KlaviyoValue>(ref json, "a string, number or boolean");

    internal static JsonElement AnyItem(ref JsonScanner json) =>
        JsonElement.Parse(json.SkippedText(), new JsonDocumentOptions { MaxDepth = KlaviyoMap.MaxDepth });
}
