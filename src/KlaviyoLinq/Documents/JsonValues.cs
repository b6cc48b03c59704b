using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Documents;

/// <summary>
/// The values of JSON members, as the generated readers ask for them: the scanner stands on the member's name when a method is called, and on the
/// last token of its value afterwards. What counts as a number, a date and so on: see <see cref="ScalarToken"/>.
/// </summary>
/// <remarks>
/// A value that cannot be read ends in a <see cref="KlaviyoMaterializationException"/> that does not know its place yet: the reader of the document
/// finds it again from the scanner's position, so that reading pays nothing for it.
/// </remarks>
internal static partial class JsonValues
{
    internal static string? ReadString(ref JsonScanner json)
    {
        json.NextValue();
        if (json.Kind == JsonTokenType.String)
            return json.GetString();
        return Scalar(ref json).TryReadString(out string? value) ? value : Unread<string>(ref json, "a string");
    }

    internal static DateTimeOffset? ReadDateTime(ref JsonScanner json)
    {
        json.NextValue();
        return Scalar(ref json).TryReadDateTime(out DateTimeOffset? value) ? value : Unread<DateTimeOffset?>(ref json, "a date-time");
    }

    internal static DateOnly? ReadDate(ref JsonScanner json)
    {
        json.NextValue();
        return Scalar(ref json).TryReadDate(out DateOnly? value) ? value : Unread<DateOnly?>(ref json, "a date");
    }

    internal static long? ReadInteger(ref JsonScanner json)
    {
        json.NextValue();
        return Scalar(ref json).TryReadInteger(out long? value) ? value : Unread<long?>(ref json, "a whole number");
    }

    internal static double? ReadNumber(ref JsonScanner json)
    {
        json.NextValue();
        return Scalar(ref json).TryReadNumber(out double? value) ? value : Unread<double?>(ref json, "a number");
    }

    internal static bool? ReadBoolean(ref JsonScanner json)
    {
        json.NextValue();
        return Scalar(ref json).TryReadBoolean(out bool? value) ? value : Unread<bool?>(ref json, "a boolean");
    }

    /// <summary>A free-form object; a map that says so for <c>null</c>.</summary>
    internal static KlaviyoMap ReadMap(ref JsonScanner json)
    {
        json.NextValue();
        return json.Kind switch
        {
            JsonTokenType.Null => KlaviyoMap.Null,
            JsonTokenType.StartObject => MapItem(ref json),
            _ => Unread<KlaviyoMap>(ref json, "an object") ?? KlaviyoMap.Null,
        };
    }

    internal static KlaviyoValue ReadScalar(ref JsonScanner json)
    {
        json.NextValue();
        return ScalarItem(ref json);
    }

    /// <summary>Any JSON, copied out of the buffer; null for <c>null</c>.</summary>
    internal static JsonElement? ReadAny(ref JsonScanner json)
    {
        json.NextValue();
        return json.Kind == JsonTokenType.Null ? null : AnyItem(ref json);
    }

    /// <summary>An array, item by item; null for <c>null</c>. An item that is <c>null</c> is refused: leaving it out would move the others.</summary>
    internal static IReadOnlyList<T>? ReadList<T>(ref JsonScanner json, ItemReader<T> item)
    {
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return null;
        IReadOnlyList<T>? items = ReadItems(ref json, item);
        return json.Failures?.EndOfNull() == true ? null : items;
    }

    /// <summary>The same of an array that is documented never to be null, and is empty where it is.</summary>
    internal static IReadOnlyList<T> RequireList<T>(ref JsonScanner json, ItemReader<T> item)
    {
        json.NextValue();
        if (json.Kind == JsonTokenType.Null)
            return [];
        IReadOnlyList<T>? items = ReadItems(ref json, item);
        if (items is null)
            json.Failures!.MakeOuterNull();
        return items ?? [];
    }

    private static IReadOnlyList<T>? ReadItems<T>(ref JsonScanner json, ItemReader<T> item)
    {
        // Revision 2022-10-17 describes the list suppressions of a profile as one object: one object is a list of one.
        if (json.Kind == JsonTokenType.StartObject)
            return [item(ref json)];
        if (json.Kind != JsonTokenType.StartArray)
            return Unread<IReadOnlyList<T>>(ref json, "an array");

        if (!json.NextItem())
            return [];
        var items = new List<T>();
        do
            items.Add(item(ref json));
        while (json.NextItem());
        return items;
    }

    private static ScalarToken Scalar(ref JsonScanner json) => new(json.Kind, json.Text, json.IsEscaped);

    /// <summary>The value cannot be read: it is skipped, and null, where failures are collected; otherwise it is an error.</summary>
    private static T? Unread<T>(ref JsonScanner json, string expected)
    {
        KlaviyoMaterializationException failure = Unreadable(ref json, expected);
        if (json.Failures is null)
            throw failure;
        json.Failures.Add(failure, json.TokenStart);
        json.Skip();
        return default;
    }

    /// <summary>The same for a value that has no null of its own.</summary>
    private static T UnreadItem<T>(ref JsonScanner json, string expected)
    {
        T? none = Unread<T>(ref json, expected);
        json.Failures!.MakeOuterNull();
        return none!;
    }

    private static KlaviyoMaterializationException Unreadable(ref JsonScanner json, string expected) =>
        new(expected, JsonKinds.Describe(json.Kind));
}
