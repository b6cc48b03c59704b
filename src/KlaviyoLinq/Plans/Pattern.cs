namespace KlaviyoLinq.Plans;

/// <summary>The structure of a query without the values it captures: what queries that can share a plan have in common.</summary>
internal sealed class Pattern(PatternToken[] tokens, int hash)
{
    internal PatternToken[] Tokens { get; } = tokens;

    internal int Hash { get; } = hash;
}
