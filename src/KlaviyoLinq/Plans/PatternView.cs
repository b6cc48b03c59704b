namespace KlaviyoLinq.Plans;

/// <summary>The shape of a query that is only being looked up: nothing is allocated for it.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="hash">Their hash.</param>
internal readonly ref struct PatternView(ReadOnlySpan<PatternToken> tokens, int hash)
{
    internal ReadOnlySpan<PatternToken> Tokens { get; } = tokens;

    internal int Hash { get; } = hash;
}
