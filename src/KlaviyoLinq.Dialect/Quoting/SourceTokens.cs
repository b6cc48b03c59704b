using System.Text;

namespace KlaviyoLinq.Quoting;

/// <summary>Takes C# apart into tokens, as far as finding a piece of an expression needs it. Comments and white space are left out.</summary>
internal static class SourceTokens
{
    private static readonly string[] _symbols = ["??=", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?."];

    internal static List<SourceToken> Of(string source)
    {
        List<SourceToken> tokens = [];
        for (int i = 0; i < source.Length;)
        {
            if (char.IsWhiteSpace(source[i]))
                i++;
            else if (CommentEnd(source, i) is var comment && comment > i)
                i = comment;
            else
            {
                int length = End(source, i) - i;
                tokens.Add(new SourceToken(i, Compared(source.Substring(i, length)), length));
                i += length;
            }
        }

        return tokens;
    }

    /// <summary>The source in one line, without comments.</summary>
    internal static string OneLine(string source)
    {
        StringBuilder line = new(source.Length);
        int end = 0;
        foreach (SourceToken token in Of(source))
        {
            if (line.Length > 0 && token.Start > end)
                line.Append(' ');
            foreach (char c in source.Substring(token.Start, token.Length))
                line.Append(c is '\r' or '\n' ? ' ' : c);
            end = token.End;
        }

        return line.ToString();
    }

    private static int CommentEnd(string source, int start)
    {
        if (string.CompareOrdinal(source, start, "//", 0, 2) == 0)
            return source.IndexOf('\n', start) is var end && end < 0 ? source.Length : end;
        if (string.CompareOrdinal(source, start, "/*", 0, 2) == 0)
            return source.IndexOf("*/", start + 2, StringComparison.Ordinal) is var end && end < 0 ? source.Length : end + 2;
        return start;
    }

    private static int End(string source, int start)
    {
        int quote = start;
        while (quote < source.Length && source[quote] is '$' or '@')
            quote++;
        if (quote < source.Length && source[quote] == '"')
            return StringEnd(source, quote, source.IndexOf('@', start, quote - start) >= 0);
        if (source[start] == '\'')
            return Closing(source, start, '\'');
        if (IsWord(source[start]))
            return WordEnd(source, start);
        foreach (string symbol in _symbols)
            if (string.CompareOrdinal(source, start, symbol, 0, symbol.Length) == 0)
                return start + symbol.Length;
        return start + 1;
    }

    private static int StringEnd(string source, int quote, bool isVerbatim)
    {
        int quotes = 1;
        while (quote + quotes < source.Length && source[quote + quotes] == '"')
            quotes++;
        if (quotes == 2)
            return quote + 2;
        string closing = new('"', quotes);
        if (quotes > 2)
            return source.IndexOf(closing, quote + quotes, StringComparison.Ordinal) is var end && end < 0 ? source.Length : end + quotes;
        if (!isVerbatim)
            return Closing(source, quote, '"');
        int at = quote + 1;
        while (at < source.Length && (source[at] != '"' || (at + 1 < source.Length && source[at + 1] == '"')))
            at += source[at] == '"' ? 2 : 1;
        return Math.Min(at + 1, source.Length);
    }

    private static int Closing(string source, int opening, char quote)
    {
        int at = opening + 1;
        while (at < source.Length && source[at] != quote)
            at += source[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, source.Length);
    }

    private static int WordEnd(string source, int start)
    {
        bool isNumber = char.IsDigit(source[start]);
        int end = start + 1;
        while (end < source.Length && (IsWord(source[end]) || (isNumber && source[end] == '.' && end + 1 < source.Length && char.IsDigit(source[end + 1]))))
            end++;
        return end;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static string Compared(string token) => token switch
    {
        "String" => "string",
        _ when char.IsDigit(token[0]) => token.Replace("_", "").TrimEnd('m', 'M', 'd', 'D', 'f', 'F', 'l', 'L', 'u', 'U'),
        _ => token,
    };
}
