using System.Text;
using System.Text.Json;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.JsonApi;

/// <summary>
/// The values of JSON members, as the generated readers ask for them: the reader stands on the member's name when a method is called, and on the
/// last token of its value afterwards. What counts as a number, a date and so on: see <see cref="ScalarToken"/>. The reader must read from one
/// span that holds the whole document.
/// </summary>
/// <remarks>
/// A value that cannot be read ends in a <see cref="KlaviyoMaterializationException"/> that does not know its place yet: whoever owns the document
/// finds it again from the reader's position, so that reading pays nothing for it.
/// </remarks>
internal static partial class JsonValues
{
    /// <summary>Goes to the next member of the object whose start, or last read member, the reader stands on.</summary>
    /// <returns>False at the end of the object.</returns>
    internal static bool NextMember(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>The unescaped name the reader stands on, in UTF-8.</summary>
    internal static ReadOnlySpan<byte> MemberName(ref Utf8JsonReader json) =>
        json.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(json.ValueSpan)) : json.ValueSpan;

    /// <summary>Whether the name the reader stands on is this one. The framework's own comparison refuses names that hold half a surrogate pair.</summary>
    internal static bool IsNamed(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => MemberName(ref json).SequenceEqual(name);

    internal static void SkipValue(ref Utf8JsonReader json) => json.Skip();

    internal static string? ReadString(ref Utf8JsonReader json)
    {
        json.Read();
        return new ScalarToken(ref json).TryReadString(out string? value) ? value : throw Unreadable(ref json, "a string");
    }

    internal static DateTimeOffset? ReadDateTime(ref Utf8JsonReader json)
    {
        json.Read();
        return new ScalarToken(ref json).TryReadDateTime(out DateTimeOffset? value) ? value : throw Unreadable(ref json, "a date-time");
    }

    internal static DateOnly? ReadDate(ref Utf8JsonReader json)
    {
        json.Read();
        return new ScalarToken(ref json).TryReadDate(out DateOnly? value) ? value : throw Unreadable(ref json, "a date");
    }

    internal static long? ReadInteger(ref Utf8JsonReader json)
    {
        json.Read();
        return new ScalarToken(ref json).TryReadInteger(out long? value) ? value : throw Unreadable(ref json, "a whole number");
    }

    internal static double? ReadNumber(ref Utf8JsonReader json)
    {
        json.Read();
        return new ScalarToken(ref json).TryReadNumber(out double? value) ? value : throw Unreadable(ref json, "a number");
    }

    internal static bool? ReadBoolean(ref Utf8JsonReader json)
    {
        json.Read();
        return new ScalarToken(ref json).TryReadBoolean(out bool? value) ? value : throw Unreadable(ref json, "a boolean");
    }

    /// <summary>A free-form object; null for <c>null</c>.</summary>
    internal static KlaviyoMap? ReadMap(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? null : MapItem(ref json);
    }

    internal static KlaviyoValue ReadScalar(ref Utf8JsonReader json)
    {
        json.Read();
        return ScalarItem(ref json);
    }

    /// <summary>Any JSON, copied out of the buffer; null for <c>null</c>.</summary>
    internal static JsonElement? ReadAny(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType == JsonTokenType.Null ? null : AnyItem(ref json);
    }

    /// <summary>An array, item by item; null for <c>null</c>. An item that is <c>null</c> is refused: leaving it out would move the others.</summary>
    internal static IReadOnlyList<T>? ReadList<T>(ref Utf8JsonReader json, ItemReader<T> item)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
            return null;

        // Revision 2022-10-17 describes the list suppressions of a profile as one object: one object is a list of one.
        if (json.TokenType == JsonTokenType.StartObject)
            return [item(ref json)];
        if (json.TokenType != JsonTokenType.StartArray)
            throw Unreadable(ref json, "an array");

        json.Read();
        if (json.TokenType == JsonTokenType.EndArray)
            return [];
        var items = new List<T>();
        while (json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(item(ref json));
            json.Read();
        }

        return items;
    }

    private static KlaviyoMaterializationException Unreadable(ref Utf8JsonReader json, string expected) =>
        new(expected, JsonKinds.Describe(json.TokenType));
}
