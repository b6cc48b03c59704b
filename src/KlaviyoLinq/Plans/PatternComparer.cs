namespace KlaviyoLinq.Plans;

/// <summary>Compares patterns token by token; an equal hash alone never makes two queries equal.</summary>
internal sealed class PatternComparer : IEqualityComparer<Pattern>, IAlternateEqualityComparer<PatternView, Pattern>
{
    internal static PatternComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(Pattern? x, Pattern? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.Hash == y.Hash && AreEqual(x.Tokens, y.Tokens));

    /// <inheritdoc/>
    public int GetHashCode(Pattern obj) => obj.Hash;

    /// <inheritdoc/>
    public bool Equals(PatternView alternate, Pattern other) => alternate.Hash == other.Hash && AreEqual(alternate.Tokens, other.Tokens);

    /// <inheritdoc/>
    public int GetHashCode(PatternView alternate) => alternate.Hash;

    /// <inheritdoc/>
    public Pattern Create(PatternView alternate) => new(alternate.Tokens.ToArray(), alternate.Hash);

    private static bool AreEqual(ReadOnlySpan<PatternToken> left, ReadOnlySpan<PatternToken> right)
    {
        if (left.Length != right.Length)
            return false;
        for (int i = 0; i < left.Length; i++)
            if (!left[i].Is(right[i]))
                return false;
        return true;
    }
}
