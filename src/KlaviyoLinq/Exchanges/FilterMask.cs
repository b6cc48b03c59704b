using System.Text;

namespace KlaviyoLinq.Exchanges;

/// <summary>
/// Replaces the values in a filter with <c>…</c>, because they are often personal data: <c>and(equals(email,…),greater-than(created,…))</c>. A text
/// that does not look like a filter is replaced whole.
/// </summary>
internal static class FilterMask
{
    private const string Masked = "…";

    internal static string Apply(string filter)
    {
        var text = new StringBuilder();
        Stack<bool> functions = new();
        int nameStart = 0;
        for (int i = 0; i < filter.Length; i++)
        {
            char c = filter[i];
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '$')
            {
                text.Append(c);
                continue;
            }

            switch (c)
            {
                case '(':
                    functions.Push(filter[nameStart..i] is "and" or "or" or "not");
                    break;
                case ')' when functions.Count > 0:
                    functions.Pop();
                    break;
                case ',' when functions.Count == 0 || functions.Peek():
                    break;
                case ',':
                    text.Append(',').Append(Masked);
                    i = EndOfValue(filter, i + 1) - 1;
                    continue;
                default:
                    return Masked;
            }

            text.Append(c);
            nameStart = i + 1;
        }

        return functions.Count == 0 ? text.ToString() : Masked;
    }

    /// <summary>Returns the index of the parenthesis that closes the comparison, or the end. Parentheses in quotes do not count.</summary>
    private static int EndOfValue(string filter, int start)
    {
        char quote = '\0';
        for (int i = start; i < filter.Length; i++)
        {
            char c = filter[i];
            if (quote != '\0')
            {
                if (c == '\\')
                    i++;
                else if (c == quote)
                    quote = '\0';
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == ')')
            {
                return i;
            }
        }

        return filter.Length;
    }
}
