namespace KlaviyoLinq.Emulator.Accounts;

/// <summary>Identity of a caller.</summary>
/// <param name="Account">Whose data is read.</param>
/// <param name="Scopes">What may be read; null for everything.</param>
/// <param name="CountedAs">Whose limits the request counts against.</param>
internal sealed record Admission(Account Account, IReadOnlySet<string>? Scopes, string CountedAs)
{
    /// <summary>The scopes that are needed and not there.</summary>
    internal IReadOnlyList<string> Missing(IEnumerable<string> needed) =>
        Scopes is null ? [] : [.. needed.Where(scope => !Scopes.Contains(scope)).Distinct(StringComparer.Ordinal)];
}
