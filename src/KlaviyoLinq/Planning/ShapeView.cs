namespace KlaviyoLinq.Planning;

/// <summary>The shape of a query that is only being looked up: nothing is allocated for it.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="hash">Their hash.</param>
internal readonly ref struct ShapeView(ReadOnlySpan<ShapeToken> tokens, int hash)
{
    internal ReadOnlySpan<ShapeToken> Tokens { get; } = tokens;

    internal int Hash { get; } = hash;
}
