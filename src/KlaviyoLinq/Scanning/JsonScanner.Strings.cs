using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Scanning;

/// <content>Strings, which are most of a page: their ends are looked for 32 bytes at a time.</content>
internal ref partial struct JsonScanner
{
    /// <summary>The name or string the scanner stands on, unescaped, in UTF-8.</summary>
    internal readonly ReadOnlySpan<byte> UnescapedText => IsEscaped ? Encoding.UTF8.GetBytes(JsonText.Unescape(Text)) : Text;

    /// <summary>The string the scanner stands on.</summary>
    internal readonly string GetString()
    {
        ReadOnlySpan<byte> text = Text;
        if (!_isAscii)
            return IsEscaped ? JsonText.Unescape(text) : Encoding.UTF8.GetString(text);
        return _repeated is not null && text.Length <= RepeatedStrings.MaximumLength ? _repeated.Get(text) : Encoding.Latin1.GetString(text);
    }

    /// <summary>Takes <c>,"name":</c> as Klaviyo writes it: without white space, short and plain. All others take the longer way.</summary>
    private bool TakeCompactName()
    {
        ReadOnlySpan<byte> json = _json;
        int quote = _position;
        if (json.Length - quote < Vector256<byte>.Count + 4)
            return false;
        if (!_isFirst && json[quote++] != ',')
            return false;
        if (json[quote] != '"')
            return false;
        int length = PlainLength(json, quote + 1, out _);
        int end = quote + 1 + length;
        if (json[end] != '"' || json[end + 1] != ':')
            return false;
        _isFirst = false;
        TokenStart = quote;
        _textStart = quote + 1;
        _textLength = length;
        IsEscaped = false;
        _position = end + 2;
        return true;
    }

    /// <summary>Takes the name that came here the last time, where it comes again and no white space with it.</summary>
    private bool TryExpected(MemberTable table, ref int member)
    {
        ReadOnlySpan<byte> json = _json;
        int quote = _isFirst ? _position : _position + 1;
        if (json.Length - quote < Vector256<byte>.Count || (quote != _position && json[_position] != ','))
            return false;
        int due = table.After(member);
        ref readonly ExpectedName name = ref table.Expected(due);
        if (name.Length == 0 || !name.Begins(Vector256.Create(json.Slice(quote, Vector256<byte>.Count))))
            return false;
        member = due;
        _isFirst = false;
        TokenStart = quote;
        _position = quote + name.Length;
        return true;
    }

    /// <summary>Takes a string that is short and plain. All others take the longer way.</summary>
    private bool TakeCompactString()
    {
        ReadOnlySpan<byte> json = _json;
        int quote = _position;
        if (json.Length - quote < Vector256<byte>.Count + 2 || json[quote] != '"')
            return false;
        int length = PlainLength(json, quote + 1, out bool isAscii);
        int end = quote + 1 + length;
        if (json[end] != '"')
            return false;
        Kind = JsonTokenType.String;
        TokenStart = quote;
        _textStart = quote + 1;
        _textLength = length;
        IsEscaped = false;
        _isAscii = isAscii;
        _position = end + 1;
        return true;
    }

    /// <summary>Returns how many of the next 32 bytes precede a quote, a backslash or a control character.</summary>
    private static int PlainLength(ReadOnlySpan<byte> json, int start, out bool isAscii)
    {
        Vector256<byte> chunk = Vector256.Create(json.Slice(start, Vector256<byte>.Count));
        ulong special = (Vector256.Equals(chunk, Vector256.Create((byte)'"')) | Vector256.Equals(chunk, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(chunk, Vector256.Create((byte)' '))).ExtractMostSignificantBits() | (1UL << Vector256<byte>.Count);
        int length = BitOperations.TrailingZeroCount(special);
        isAscii = (chunk.ExtractMostSignificantBits() & ((1UL << length) - 1)) == 0;
        return length;
    }

    /// <summary>Takes the string that starts at the position with its quote.</summary>
    private void TakeString()
    {
        TokenStart = _position;
        _textStart = _position + 1;
        bool isAscii = true;
        int at = _textStart;
        while (_json.Length - at > Vector256<byte>.Count)
        {
            int length = PlainLength(_json, at, out bool isPartAscii);
            isAscii &= isPartAscii;
            at += length;
            if (_json[at] == '"')
            {
                FinishString(at, isEscaped: false, isAscii);
                return;
            }

            if (length < Vector256<byte>.Count)
                break;
        }

        TakeStringSlowly();
    }

    /// <summary>The same byte by byte: for strings with escape sequences, and those near the end of the document.</summary>
    private void TakeStringSlowly()
    {
        bool isEscaped = false;
        bool isAscii = true;
        int at = _textStart;
        while (true)
        {
            int next = ByteAt(at);
            if (next < ' ')
                ThrowMalformed();
            if (next == '"')
                break;
            if (next == '\\')
            {
                isEscaped = true;
                at += LengthOfEscape(at + 1);
            }

            isAscii &= next < 0x80;
            at++;
        }

        FinishString(at, isEscaped, isAscii && !isEscaped);
    }

    private void FinishString(int end, bool isEscaped, bool isAscii)
    {
        _textLength = end - _textStart;
        IsEscaped = isEscaped;
        _isAscii = isAscii;
        _position = end + 1;
    }

    /// <summary>Returns the length of an escape sequence after its backslash.</summary>
    private readonly int LengthOfEscape(int at)
    {
        switch (ByteAt(at))
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                return 1;
            case 'u':
                for (int digit = at + 1; digit <= at + 4; digit++)
                {
                    if (ByteAt(digit) is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                        ThrowMalformed();
                }

                return 5;
            default:
                ThrowMalformed();
                return 0;
        }
    }
}
