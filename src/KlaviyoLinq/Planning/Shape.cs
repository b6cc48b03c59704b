namespace KlaviyoLinq.Planning;

/// <summary>The structure of a query without the values it captures: what queries that can share a plan have in common.</summary>
internal sealed class Shape(ShapeToken[] tokens, int hash)
{
    internal ShapeToken[] Tokens { get; } = tokens;

    internal int Hash { get; } = hash;
}
