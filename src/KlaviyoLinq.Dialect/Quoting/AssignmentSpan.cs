namespace KlaviyoLinq.Quoting;

/// <summary>
/// The place where a member is assigned in the source of a call: <c>Name = null</c> in an initializer, or <c>x => x.Name, null</c> in a setter.
/// </summary>
internal static class AssignmentSpan
{
    /// <summary>The assignment of the member, or of the nearest member around it that the source assigns; null where it shows none.</summary>
    /// <param name="source">The source of the call's argument.</param>
    /// <param name="names">The names from the entity to the member: <c>Location</c>, <c>City</c>.</param>
    internal static SourceSpan? Find(string source, IReadOnlyList<string> names)
    {
        List<SourceToken> tokens = SourceTokens.Of(source);
        (int First, int Last)? found = null;
        int first = 0;
        int last = tokens.Count - 1;
        for (int name = 0; name < names.Count; name++)
        {
            if (Selected(tokens, first, last, names, name) is { } setter)
                return Span(tokens, setter);
            if (Assigned(tokens, first, last, names[name]) is not { } assignment)
                break;
            found = assignment;
            (first, last) = (assignment.First + 2, assignment.Last);
        }

        return found is { } nearest ? Span(tokens, nearest) : null;
    }

    private static SourceSpan Span(List<SourceToken> tokens, (int First, int Last) range) =>
        new(tokens[range.First].Start, tokens[range.Last].End - tokens[range.First].Start);

    private static (int First, int Last)? Assigned(List<SourceToken> tokens, int first, int last, string name)
    {
        for (int at = first; at < last; at++)
            if (tokens[at].Text == name && tokens[at + 1].Text == "=" && (at == 0 || tokens[at - 1].Text is "{" or ","))
                return (at, End(tokens, at + 1, last, stopsAtComma: true));
        return null;
    }

    // x => x.Location.City, "…"
    private static (int First, int Last)? Selected(List<SourceToken> tokens, int first, int last, IReadOnlyList<string> names, int from)
    {
        int length = 2 * (names.Count - from);
        for (int at = first; at + 2 + length <= last; at++)
            if (tokens[at + 1].Text == "=>" && Enumerable.Range(0, length / 2).All(step =>
                    tokens[at + 3 + (2 * step)].Text == "." && tokens.Count > at + 4 + (2 * step) && tokens[at + 4 + (2 * step)].Text == names[from + step]))
                return (at, End(tokens, at + 2, last, stopsAtComma: false));
        return null;
    }

    private static int End(List<SourceToken> tokens, int from, int last, bool stopsAtComma)
    {
        int open = 0;
        for (int at = from; at <= last; at++)
        {
            open += tokens[at].Text is "(" or "{" or "[" ? 1 : tokens[at].Text is ")" or "}" or "]" ? -1 : 0;
            if (open < 0 || (open == 0 && stopsAtComma && tokens[at].Text == ","))
                return at - 1;
        }

        return last;
    }
}
