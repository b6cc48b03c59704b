namespace KlaviyoLinq.Emulator.Accounts;

/// <summary>Finds the account of a key or of a company id.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<string, Admission> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Admission> _companies = new(StringComparer.Ordinal);
    private readonly Account _default;
    private readonly bool _takesAnyKey;

    /// <param name="standard">Account of requests whose key or company id is unassigned.</param>
    /// <param name="takesAnyKey">Indicates whether an unassigned key leads there.</param>
    internal KeyRing(Account standard, bool takesAnyKey)
    {
        _default = standard;
        _takesAnyKey = takesAnyKey;
        Public = new Admission(standard, null, standard.Name);
    }

    /// <summary>The account that everybody reaches who says nothing else.</summary>
    internal Admission Public { get; }

    /// <exception cref="ArgumentException">The key or the company id leads to another account already.</exception>
    internal void Add(Account account, IEnumerable<EmulatorKey> keys)
    {
        foreach (EmulatorKey key in keys)
            if (!_keys.TryAdd(key.Secret, new Admission(account, key.Scopes, account.Name)))
                throw new ArgumentException($"A key of the account '{account.Name}' already belongs to the account '{_keys[key.Secret].Account.Name}'.");
        if (account.CompanyId is { } id && !_companies.TryAdd(id, new Admission(account, null, account.Name)))
            throw new ArgumentException($"The company id '{id}' of the account '{account.Name}' already belongs to the account '{_companies[id].Account.Name}'.");
    }

    /// <summary>
    /// Finds the account of the secret in an <c>Authorization</c> header; null when no account has it. A secret without an account has its own
    /// limits.
    /// </summary>
    internal Admission? FindKey(string secret, bool looksRight) =>
        _keys.GetValueOrDefault(secret) ?? (_takesAnyKey && looksRight ? new Admission(_default, null, secret) : null);

    /// <summary>
    /// Finds the account of a company id; null when no account has it. An account without a company id answers for all ids that no other account has.
    /// </summary>
    internal Admission? FindCompany(string id) => _companies.GetValueOrDefault(id) ?? (_default.CompanyId is null ? Public : null);
}
