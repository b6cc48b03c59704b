namespace KlaviyoLinq.Emulator;

/// <summary>Private key (or OAuth token) that an account accepts, with its scopes.</summary>
public sealed class EmulatorKey
{
    /// <param name="secret">The key: <c>pk_mine</c>.</param>
    /// <param name="scopes">The scopes of the key: <c>profiles:read</c>. The default is none, for full access.</param>
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
