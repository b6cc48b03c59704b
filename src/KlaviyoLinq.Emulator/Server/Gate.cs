using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Accounts;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.QueryStrings;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Admission of a request by its headers.</summary>
internal sealed class Gate(ServerSettings settings)
{
    private const string KeyScheme = "Klaviyo-API-Key ";
    private const string BearerScheme = "Bearer ";
    private const string CompanyParameter = "company_id";

    private readonly Revisions _revisions = new(settings.KnownRevisions, KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision), settings.Time);

    /// <summary>Checks key, company id and revision. Returns the caller as far as it is known, the revision that answers, and the error, if any.</summary>
    internal (Admission? Admission, string? Revision, ApiError? Error) Admit(
        HttpRequest request, OperationFacts operation, IReadOnlyList<RawParameter>? parameters)
    {
        (Admission? admission, ApiError? stranger) = operation.IsClient ? FindCompany(parameters ?? []) : FindKey(request.Headers.Authorization.ToString());
        if (stranger is not null)
            return (admission, null, stranger);
        (string? revision, ApiError? outdated) = _revisions.Of(request.Headers["revision"].ToString(), request.Headers[Revisions.OptOutHeader] == "1");
        bool isPrivateKey = request.Headers.Authorization.ToString().StartsWith(KeyScheme, StringComparison.Ordinal);
        return (
            admission, revision,
            outdated ?? CheckScopes(admission!, operation.Scopes) ?? (settings.LiveRules && isPrivateKey ? Entitlements.Check(operation) : null));
    }

    /// <summary>Checks the scopes of included resources, which need the scope of their own type.</summary>
    internal ApiError? CheckIncluded(Admission admission, QueryParameters query) => admission.Scopes is null || query.Operation.IsClient
        ? null
        : CheckScopes(admission, query.Includes.SelectMany(include => ScopesOf(include.ResourceType)));

    private static ApiError? CheckScopes(Admission admission, IEnumerable<string> needed) =>
        admission.Missing(needed) is { Count: > 0 } missing ? ApiError.MissingScopes(missing) : null;

    private IEnumerable<string> ScopesOf(string type) => (settings.Catalogue.FindCollection(type) ?? settings.Catalogue.FindSingle(type))?.Scopes ?? [];


    // An operation that needs the id says so itself when there is none.
    private (Admission?, ApiError?) FindCompany(IReadOnlyList<RawParameter> parameters)
    {
        string id = parameters.FirstOrDefault(p => p.Name == CompanyParameter).Value ?? "";
        Admission? admission = id.Length == 0 ? settings.Keys.Public : settings.Keys.FindCompany(id);
        return (admission, admission is null ? ApiError.Invalid(CompanyParameter, $"There is no company with the id '{id}'.") : null);
    }

    private (Admission?, ApiError?) FindKey(string authorization)
    {
        bool isKey = authorization.StartsWith(KeyScheme, StringComparison.Ordinal);
        if (!isKey && !authorization.StartsWith(BearerScheme, StringComparison.Ordinal))
            return (null, ApiError.NotAuthenticated);
        string secret = authorization[(isKey ? KeyScheme : BearerScheme).Length..];
        Admission? admission = settings.Keys.FindKey(secret, isKey ? LooksLikeKey(secret) : secret.Length > 0);
        return (admission, admission is null ? ApiError.NotAuthenticated : null);
    }

    private static bool LooksLikeKey(string key) =>
        key.StartsWith("pk_", StringComparison.Ordinal) && key.Length > 3 && key.AsSpan(3).IndexOfAnyExceptInRange('0', 'z') < 0;
}
