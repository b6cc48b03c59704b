namespace KlaviyoLinq.Errors;

/// <summary>The API key is known but may not do this: status 403.</summary>
public sealed class KlaviyoPermissionException : KlaviyoApiException
{
    internal KlaviyoPermissionException(ApiFault fault)
        : base(fault, Advise(fault.Scopes)) => RequiredScopes = fault.Scopes;

    /// <summary>The scopes that the operation needs by this library's catalogue: <c>profiles:read</c>. Included resources may need theirs, too.</summary>
    public IReadOnlyList<string> RequiredScopes { get; }

    private static string Advise(IReadOnlyList<string> scopes) => scopes.Count == 0
        ? "The key lacks a scope, or the account lacks a feature. A key's scopes are fixed when it is made: make another one."
        : $"The operation needs {string.Join(", ", scopes)} (and those of included resources). A key's scopes are fixed when it is made: make another one that has them.";
}
