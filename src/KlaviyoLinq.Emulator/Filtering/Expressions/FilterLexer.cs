using System.Text;

namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>Cuts a decoded filter into tokens. It takes any text whatever; what is wrong with it is the parser's to say.</summary>
internal sealed class FilterLexer(string filter)
{
    private int _position;

    internal FilterToken Next()
    {
        while (_position < filter.Length && filter[_position] == ' ')
            _position++;
        if (_position == filter.Length)
            return new(FilterTokenKind.End, _position, "");
        int start = _position;
        switch (filter[_position])
        {
            case '(': return Mark(FilterTokenKind.OpenParenthesis);
            case ')': return Mark(FilterTokenKind.CloseParenthesis);
            case '[': return Mark(FilterTokenKind.OpenBracket);
            case ']': return Mark(FilterTokenKind.CloseBracket);
            case ',': return Mark(FilterTokenKind.Comma);
            case '"' or '\'': return Quoted();
            default:
                while (_position < filter.Length && !IsDelimiter(filter[_position]))
                    _position++;
                return new(FilterTokenKind.Word, start, filter[start.._position]);
        }
    }

    private static bool IsDelimiter(char c) => c is '(' or ')' or '[' or ']' or ',' or '"' or '\'' or ' ';

    private FilterToken Mark(FilterTokenKind kind) => new(kind, _position++, "");

    private FilterToken Quoted()
    {
        int start = _position;
        char quote = filter[_position++];
        StringBuilder text = new();
        while (_position < filter.Length)
        {
            char c = filter[_position++];
            if (c == quote)
                return new(FilterTokenKind.Text, start, text.ToString());
            // A backslash takes the sting out of a quote or another backslash; before anything else it is just a backslash.
            if (c == '\\' && _position < filter.Length && filter[_position] is '"' or '\'' or '\\')
                c = filter[_position++];
            text.Append(c);
        }
        return new(FilterTokenKind.Unfinished, start, text.ToString());
    }
}
