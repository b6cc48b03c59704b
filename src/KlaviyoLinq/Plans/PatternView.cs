namespace KlaviyoLinq.Plans;

/// <summary>A pattern for a lookup, without allocations.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="hash">Their hash.</param>
internal readonly ref struct PatternView(ReadOnlySpan<PatternToken> tokens, int hash)
{
    internal ReadOnlySpan<PatternToken> Tokens { get; } = tokens;

    internal int Hash { get; } = hash;
}
