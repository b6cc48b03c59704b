namespace KlaviyoLinq.Plans;

/// <summary>The structure of a query without its captured values. Queries of one pattern can share a plan.</summary>
internal sealed class Pattern(PatternToken[] tokens, int hash)
{
    internal PatternToken[] Tokens { get; } = tokens;

    internal int Hash { get; } = hash;
}
