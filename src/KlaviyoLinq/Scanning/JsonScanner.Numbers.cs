using System.Text.Json;

namespace KlaviyoLinq.Scanning;

/// <content>Numbers.</content>
internal ref partial struct JsonScanner
{
    /// <summary>Takes <c>-?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?</c>, whose end must be one: white space, a comma or a closing bracket.</summary>
    private void TakeNumber()
    {
        int at = _position;
        if (ByteAt(at) == '-')
            at++;
        if (ByteAt(at) == '0')
            at++;
        else
            TakeDigits(ref at);

        if (ByteAt(at) == '.')
        {
            at++;
            TakeDigits(ref at);
        }

        if (ByteAt(at) is 'e' or 'E')
        {
            at++;
            if (ByteAt(at) is '+' or '-')
                at++;
            TakeDigits(ref at);
        }

        bool ends = ByteAt(at) is ',' or '}' or ']' or ' ' or '\n' or '\r' or '\t' || (at == _json.Length && _depth == 0);
        if (!ends)
            ThrowMalformed();
        Kind = JsonTokenType.Number;
        TokenStart = _textStart = _position;
        _textLength = at - _position;
        IsEscaped = false;
        _isAscii = true;
        _position = at;
    }

    private readonly void TakeDigits(ref int at)
    {
        int start = at;
        while (ByteAt(at) is >= '0' and <= '9')
            at++;
        if (at == start)
            ThrowMalformed();
    }

    private readonly int ByteAt(int at) => (uint)at < (uint)_json.Length ? _json[at] : -1;
}
