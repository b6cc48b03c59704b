namespace KlaviyoLinq.Emulator;

/// <summary>A private key (or an OAuth token) that an account lets in, and what it may read.</summary>
public sealed class EmulatorKey
{
    /// <param name="secret">The key: <c>pk_mine</c>.</param>
    /// <param name="scopes">The scopes it has: <c>profiles:read</c>. Without any it may read everything, as a key with full access does.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public EmulatorKey(string secret, params IReadOnlyCollection<string> scopes)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        ArgumentNullException.ThrowIfNull(scopes);
        Secret = secret;
        Scopes = scopes.Count == 0 ? null : scopes.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The scopes that the key has; null when it has all.</summary>
    public IReadOnlySet<string>? Scopes { get; }

    internal string Secret { get; }

    /// <summary>A key with full access.</summary>
    public static implicit operator EmulatorKey(string secret) => new(secret);

    /// <summary>The scopes, without the key.</summary>
    public override string ToString() => Scopes is null ? "a key with full access" : "a key for " + string.Join(", ", Scopes.Order(StringComparer.Ordinal));
}
