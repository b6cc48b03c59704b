using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace KlaviyoLinq.Scalars;

/// <summary>
/// One JSON scalar as it stands in a buffer, read leniently: Klaviyo answers with a number where its documents say string and the other way
/// round. Every <c>TryRead…</c> is true with a null value for <c>null</c> and, except for strings, for the empty string: an empty text is
/// neither a number nor a date, and one such value must not stop a page from being read.
/// </summary>
internal readonly ref struct ScalarToken
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly bool _isEscaped;

    /// <param name="kind">What stands there.</param>
    /// <param name="text">The scalar as it stands there, a string without its quotes.</param>
    /// <param name="isEscaped">Whether the string holds escape sequences.</param>
    internal ScalarToken(JsonTokenType kind, ReadOnlySpan<byte> text, bool isEscaped)
    {
        Kind = kind;
        _text = text;
        _isEscaped = isEscaped;
    }

    internal ScalarToken(JsonElement element)
    {
        ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8Value(element);
        Kind = element.ValueKind switch
        {
            JsonValueKind.String => JsonTokenType.String,
            JsonValueKind.Number => JsonTokenType.Number,
            JsonValueKind.True => JsonTokenType.True,
            JsonValueKind.False => JsonTokenType.False,
            JsonValueKind.Null => JsonTokenType.Null,
            JsonValueKind.Array => JsonTokenType.StartArray,
            _ => JsonTokenType.StartObject,
        };
        _text = Kind == JsonTokenType.String ? raw[1..^1] : raw;
        _isEscaped = Kind == JsonTokenType.String && _text.Contains((byte)'\\');
    }

    internal JsonTokenType Kind { get; }

    internal bool TryReadString(out string? value)
    {
        value = Kind switch
        {
            JsonTokenType.String when _isEscaped => JsonText.Unescape(_text),
            JsonTokenType.String or JsonTokenType.Number => Encoding.UTF8.GetString(_text),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        return value is not null || Kind == JsonTokenType.Null;
    }

    internal bool TryReadInteger(out long? value)
    {
        value = null;
        if (!TryGetText(out ReadOnlySpan<byte> text))
            return Kind == JsonTokenType.Null;
        if (text.IsEmpty)
            return true;
        if (!NumberText.TryParse(text, out long integer))
            return false;
        value = integer;
        return true;
    }

    internal bool TryReadNumber(out double? value)
    {
        value = null;
        if (!TryGetText(out ReadOnlySpan<byte> text))
            return Kind == JsonTokenType.Null;
        if (text.IsEmpty)
            return true;
        if (!NumberText.TryParse(text, out double number))
            return false;
        value = number;
        return true;
    }

    internal bool TryReadBoolean(out bool? value)
    {
        value = Kind switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when Ascii.EqualsIgnoreCase(_text, "true"u8) => true,
            JsonTokenType.String when Ascii.EqualsIgnoreCase(_text, "false"u8) => false,
            _ => null,
        };
        return value is not null || Kind == JsonTokenType.Null || (Kind == JsonTokenType.String && _text.IsEmpty);
    }

    internal bool TryReadDateTime(out DateTimeOffset? value)
    {
        value = null;
        if (Kind != JsonTokenType.String)
            return Kind == JsonTokenType.Null;
        if (_text.IsEmpty)
            return true;
        if (!DateText.TryParse(Unescaped(), out DateTimeOffset moment))
            return false;
        value = moment;
        return true;
    }

    internal bool TryReadDate(out DateOnly? value)
    {
        value = null;
        if (Kind != JsonTokenType.String)
            return Kind == JsonTokenType.Null;
        if (_text.IsEmpty)
            return true;
        if (!DateText.TryParse(Unescaped(), out DateOnly date))
            return false;
        value = date;
        return true;
    }

    private bool TryGetText(out ReadOnlySpan<byte> text)
    {
        bool hasText = Kind is JsonTokenType.Number or JsonTokenType.String;
        text = hasText ? Unescaped() : default;
        return hasText;
    }

    private ReadOnlySpan<byte> Unescaped() => _isEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(_text)) : _text;
}
