using System.Text;

namespace KlaviyoLinq.Quoting;

/// <summary>Breaks sentences into lines that fit a terminal.</summary>
internal static class TextLines
{
    /// <summary>The longest line, in characters.</summary>
    internal const int Width = 110;

    /// <summary>
    /// The text in lines of at most <see cref="Width"/> characters where its words permit. Lines break at spaces, and where possible neither within
    /// parentheses nor before them.
    /// </summary>
    internal static string Wrap(string text, string first, string further)
    {
        StringBuilder lines = new();
        string indent = first;
        int start = 0;
        while (text.Length - start > Width - indent.Length && Break(text, start, Width - indent.Length) is { } end)
        {
            lines.Append(indent).Append(text, start, end - start).Append('\n');
            start = end + 1;
            indent = further;
        }

        return lines.Append(indent).Append(text, start, text.Length - start).ToString();
    }

    private static int? Break(string text, int start, int width)
    {
        (int depth, int? outside, int? any) = (0, null, null);
        for (int i = start; i < text.Length; i++)
        {
            if (i > start + width && any is not null)
                return outside ?? any;
            depth += text[i] is '(' ? 1 : text[i] is ')' ? -1 : 0;
            if (text[i] != ' ' || i == start)
                continue;
            any = i;
            outside = depth <= 0 && i + 1 < text.Length && text[i + 1] != '(' ? i : outside;
        }

        return outside ?? any;
    }
}
