namespace KlaviyoLinq.Quoting;

/// <summary>
/// The place of a piece of C# in the source it was written in. The piece was printed from an expression tree, which knows neither white space nor redundant
/// parentheses nor the null-forgiving <c>!</c>, so tokens are compared and those are passed over.
/// </summary>
/// <param name="Start">The first character.</param>
/// <param name="Length">How many there are.</param>
internal readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The place of a piece, or null where the source writes it otherwise.</summary>
    /// <param name="source">The source.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="before">The number of equal pieces that stand before it.</param>
    internal static SourceSpan? Find(string source, string piece, int before)
    {
        List<SourceToken> all = SourceTokens.Of(source);
        List<int> kept = Kept(all);
        List<SourceToken> wanted = SourceTokens.Of(piece);
        List<int> core = Kept(wanted);
        int found = -1;
        foreach (int match in Matches(all, kept, wanted, core))
        {
            found = match;
            if (before-- == 0)
                break;
        }

        return found < 0 ? null : Widened(all, kept[found], kept[found + core.Count - 1], wanted, core);
    }

    /// <summary>Counts the pieces that stand before a place.</summary>
    internal static int CountBefore(string source, string piece, int start)
    {
        List<SourceToken> all = SourceTokens.Of(source);
        List<int> kept = Kept(all);
        List<SourceToken> wanted = SourceTokens.Of(piece);
        int end = kept.FindIndex(index => all[index].Start >= start);
        return Matches(all, kept, wanted, Kept(wanted)).Count(match => match < end);
    }

    private static List<int> Kept(List<SourceToken> tokens) => [.. Enumerable.Range(0, tokens.Count).Where(i => !tokens[i].IsOptional)];

    private static IEnumerable<int> Matches(List<SourceToken> all, List<int> kept, List<SourceToken> wanted, List<int> core)
    {
        for (int at = 0; core.Count > 0 && at + core.Count <= kept.Count; at++)
        {
            int same = 0;
            while (same < core.Count && all[kept[at + same]].Text == wanted[core[same]].Text)
                same++;
            if (same == core.Count)
                yield return at;
        }
    }

    // What the piece itself begins and ends with, and what closes the parentheses within it.
    private static SourceSpan Widened(List<SourceToken> all, int first, int last, List<SourceToken> wanted, List<int> core)
    {
        for (int i = core[0] - 1; i >= 0 && first > 0 && all[first - 1].Text == wanted[i].Text; i--)
            first--;
        for (int i = core[core.Count - 1] + 1, next = last + 1; i < wanted.Count && next < all.Count && all[next].IsOptional; next++)
        {
            if (all[next].Text != wanted[i].Text)
                continue;
            last = next;
            i++;
        }

        int open = 0;
        int missing = 0;
        for (int i = first; i <= last; i++)
        {
            open += all[i].Text == "(" ? 1 : all[i].Text == ")" ? -1 : 0;
            missing = Math.Min(missing, open);
        }

        for (; missing < 0 && first > 0 && all[first - 1].IsOptional; missing++, open++)
            first--;
        for (; open > 0 && last + 1 < all.Count && all[last + 1].IsOptional; last++)
            open -= all[last + 1].Text == ")" ? 1 : 0;
        return new SourceSpan(all[first].Start, all[last].End - all[first].Start);
    }
}
