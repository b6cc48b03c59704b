namespace KlaviyoLinq.Errors;

/// <summary>
/// The API key is valid, but not for this operation: status 403. The key lacks a scope, or the account lacks a feature, which no key can add.
/// </summary>
public sealed class KlaviyoPermissionException : KlaviyoApiException
{
    internal KlaviyoPermissionException(ApiFault fault)
        : base(fault, Advise(fault)) => RequiredScopes = fault.Scopes;

    /// <summary>The scopes that the operation requires: <c>profiles:read</c>. Included resources may require further scopes.</summary>
    public IReadOnlyList<string> RequiredScopes { get; }

    private static string Advise(ApiFault fault)
    {
        if (fault.Errors.Any(LacksFeature))
            return "The account does not have this feature, and no other API key or scope adds it. Enable the feature in Klaviyo, or leave this operation out for the account.";
        return fault.Scopes.Count == 0
            ? "The key lacks a scope, or the account lacks a feature. The scopes of a key cannot be changed: create a key that has them."
            : $"The operation requires {string.Join(", ", fault.Scopes)} (and the scopes of included resources). The scopes of a key cannot be changed: create a key that has them.";
    }

    // "You must have Advanced KDP enabled", "Entitlement to create object type not found."
    private static bool LacksFeature(KlaviyoError error) =>
        error.Detail is { } detail
        && (detail.Contains("entitlement", StringComparison.OrdinalIgnoreCase)
            || (detail.Contains("must have", StringComparison.OrdinalIgnoreCase) && detail.Contains("enabled", StringComparison.OrdinalIgnoreCase)));
}
