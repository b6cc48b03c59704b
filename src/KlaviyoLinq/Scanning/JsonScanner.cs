using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace KlaviyoLinq.Scanning;

/// <summary>
/// Reads JSON in UTF-8 forward, token by token, from one span that holds the whole document. It accepts exactly what the framework's reader accepts
/// (RFC 8259, no comments, no trailing commas), and passes over nothing unchecked: what is skipped is held to the grammar like what is read.
/// </summary>
/// <remarks>
/// It is there because the framework's reader, which also serves buffers that come in pieces, takes longer to walk a page than this takes to read it.
/// A copy of it looks ahead. What is malformed ends in a bare <see cref="JsonException"/>; the reader of the document finds out what and where.
/// </remarks>
internal ref partial struct JsonScanner
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly RepeatedStrings? _repeated;
    private readonly int _maxDepth;
    private int _position;
    private int _depth;
    private int _textStart;
    private int _textLength;
    private bool _isFirst;
    private bool _isAscii;

    /// <param name="json">The whole document.</param>
    /// <param name="maxDepth">How deep arrays and objects may nest.</param>
    /// <param name="repeated">Where short strings are looked up before they are made; null to make each anew.</param>
    internal JsonScanner(ReadOnlySpan<byte> json, int maxDepth, RepeatedStrings? repeated = null)
    {
        _json = json;
        _maxDepth = maxDepth;
        _repeated = repeated;
    }

    /// <summary>Collects values that cannot be read; null where the first is an error.</summary>
    internal IValueFailures? Failures { get; set; }

    /// <summary>Kind of the current value: a whole scalar, or the start of an object or array.</summary>
    internal JsonTokenType Kind { get; private set; }

    /// <summary>Start of the last token: the value, the member's name or the closing bracket.</summary>
    internal int TokenStart { get; private set; }

    /// <summary>The scalar as it stands in the document, a string or a name without its quotes.</summary>
    internal readonly ReadOnlySpan<byte> Text => _json.Slice(_textStart, _textLength);

    /// <summary>Indicates whether the string or name contains escape sequences.</summary>
    internal bool IsEscaped { get; private set; }

    /// <summary>Goes to the name of the next member of the object whose start, or last member, the scanner stands on.</summary>
    /// <returns>False at the end of the object.</returns>
    internal bool NextMember()
    {
        if (TakeCompactName())
            return true;
        int next = Peek();
        if (next == '}')
            return Close();
        Separate(ref next);
        if (next != '"')
            ThrowMalformed();
        TakeString();
        if (Peek() != ':')
            ThrowMalformed();
        _position++;
        return true;
    }

    /// <summary>The same, and finds out which member it is.</summary>
    /// <param name="table">The members that are known.</param>
    /// <param name="member">The member that came before, and afterwards the one that came: its place in the table, or -1.</param>
    internal bool NextMember(MemberTable table, ref int member)
    {
        if (TryExpected(table, ref member))
            return true;
        if (!NextMember())
            return false;
        member = table.Find(UnescapedText, member);
        return true;
    }

    /// <summary>Goes to the next item of the array whose start, or last item, the scanner stands on.</summary>
    /// <returns>False at the end of the array.</returns>
    internal bool NextItem()
    {
        int next = Peek();
        if (next == ']')
            return Close();
        Separate(ref next);
        NextValue();
        return true;
    }

    /// <summary>Goes to the value after a member's name, or to the document's root.</summary>
    internal void NextValue()
    {
        if (TakeCompactString())
            return;
        switch (Peek())
        {
            case '"':
                Kind = JsonTokenType.String;
                TakeString();
                break;
            case '{':
                Open(JsonTokenType.StartObject);
                break;
            case '[':
                Open(JsonTokenType.StartArray);
                break;
            case 'n':
                TakeLiteral("null"u8, JsonTokenType.Null);
                break;
            case 't':
                TakeLiteral("true"u8, JsonTokenType.True);
                break;
            case 'f':
                TakeLiteral("false"u8, JsonTokenType.False);
                break;
            default:
                TakeNumber();
                break;
        }
    }

    /// <summary>Goes from the start of an object or array to its end. A scalar is its own end.</summary>
    internal void Skip()
    {
        if (Kind == JsonTokenType.StartObject)
        {
            while (NextMember())
            {
                NextValue();
                Skip();
            }
        }
        else if (Kind == JsonTokenType.StartArray)
        {
            while (NextItem())
                Skip();
        }
    }

    /// <summary>Skips the value after a member's name.</summary>
    internal void SkipValue()
    {
        NextValue();
        Skip();
    }

    /// <summary>Skips the value, and gives it as it stands in the document.</summary>
    internal ReadOnlySpan<byte> SkippedText()
    {
        int start = TokenStart;
        Skip();
        return TextFrom(start);
    }

    /// <summary>The text from the next value, or whatever else comes next, to the document's end.</summary>
    internal ReadOnlySpan<byte> Rest()
    {
        Peek();
        return _json[_position..];
    }

    /// <summary>The text from a position to where the scanner is.</summary>
    internal readonly ReadOnlySpan<byte> TextFrom(int start) => _json[start.._position];

    /// <summary>Skips a value that is known to be well-formed and as long as this.</summary>
    internal void SkipKnown(int length) => _position += length;

    /// <summary>Refuses anything but white space after the root.</summary>
    internal void End()
    {
        if (Peek() >= 0)
            ThrowMalformed();
    }

    private void Open(JsonTokenType kind)
    {
        if (_depth == _maxDepth)
            ThrowMalformed();
        _depth++;
        _isFirst = true;
        Kind = kind;
        TokenStart = _position++;
    }

    private bool Close()
    {
        _depth--;
        _isFirst = false;
        TokenStart = _position++;
        return false;
    }

    /// <summary>Takes the comma that stands before every member and item but the first.</summary>
    private void Separate(ref int next)
    {
        if (_isFirst)
        {
            _isFirst = false;
            return;
        }

        if (next != ',')
            ThrowMalformed();
        _position++;
        next = Peek();
    }

    /// <summary>The next byte that is not white space; -1 at the end.</summary>
    private int Peek()
    {
        while ((uint)_position < (uint)_json.Length)
        {
            byte next = _json[_position];
            if (next > ' ' || next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                return next;
            _position++;
        }

        return -1;
    }

    private void TakeLiteral(ReadOnlySpan<byte> literal, JsonTokenType kind)
    {
        if (!_json[_position..].StartsWith(literal))
            ThrowMalformed();
        Kind = kind;
        TokenStart = _position;
        _position += literal.Length;
    }

    [DoesNotReturn]
    private static void ThrowMalformed() => throw new JsonException();
}
