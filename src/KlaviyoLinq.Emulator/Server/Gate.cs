using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Lets a request in by its headers, or says why not.</summary>
internal sealed class Gate(ServerSettings settings)
{
    private readonly Revisions _revisions = new(settings.KnownRevisions, KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision), settings.Time);

    private const string KeyScheme = "Klaviyo-API-Key ";
    private const string BearerScheme = "Bearer ";

    /// <summary>The revision that answers, or why none does: exactly one of the two is there.</summary>
    internal (string? Revision, ApiError? Error) Check(HttpRequest request, OperationFacts operation) =>
        !operation.IsClient && !IsAuthorized(request.Headers.Authorization.ToString())
            ? (null, ApiError.NotAuthenticated)
            : _revisions.Of(request.Headers["revision"].ToString(), request.Headers[Revisions.OptOutHeader] == "1");

    /// <summary>Whose request it is: the key says, and all who have none are one.</summary>
    internal static string Account(HttpRequest request, OperationFacts operation)
    {
        string authorization = operation.IsClient ? "" : request.Headers.Authorization.ToString();
        return authorization.Length == 0 ? "public" : authorization[(authorization.IndexOf(' ') + 1)..];
    }

    private bool IsAuthorized(string authorization)
    {
        bool isKey = authorization.StartsWith(KeyScheme, StringComparison.Ordinal);
        if (!isKey && !authorization.StartsWith(BearerScheme, StringComparison.Ordinal))
            return false;
        string secret = authorization[(isKey ? KeyScheme : BearerScheme).Length..];
        if (settings.ApiKeys is { } keys)
            return keys.Contains(secret);
        return isKey ? LooksLikeKey(secret) : secret.Length > 0;
    }

    private static bool LooksLikeKey(string key) =>
        key.StartsWith("pk_", StringComparison.Ordinal) && key.Length > 3 && key.AsSpan(3).IndexOfAnyExceptInRange('0', 'z') < 0;
}
