namespace KlaviyoLinq.Planning;

/// <summary>Compares shapes token by token; an equal hash alone never makes two queries one.</summary>
internal sealed class ShapeComparer : IEqualityComparer<Shape>, IAlternateEqualityComparer<ShapeView, Shape>
{
    internal static ShapeComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Shape? x, Shape? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Hash == y.Hash && AreEqual(x.Tokens, y.Tokens));

    /// <inheritdoc/>
    public int GetHashCode(Shape obj) => obj.Hash;

    /// <inheritdoc/>
    public bool Equals(ShapeView alternate, Shape other) => alternate.Hash == other.Hash && AreEqual(alternate.Tokens, other.Tokens);

    /// <inheritdoc/>
    public int GetHashCode(ShapeView alternate) => alternate.Hash;

    /// <inheritdoc/>
    public Shape Create(ShapeView alternate) => new(alternate.Tokens.ToArray(), alternate.Hash);

    private static bool AreEqual(ReadOnlySpan<ShapeToken> left, ReadOnlySpan<ShapeToken> right)
    {
        if (left.Length != right.Length)
            return false;
        for (int i = 0; i < left.Length; i++)
            if (!left[i].Is(right[i]))
                return false;
        return true;
    }
}
