using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Lets a request in by its headers, or says why not.</summary>
internal sealed class Gate(ServerSettings settings)
{
    private const string KeyScheme = "Klaviyo-API-Key ";
    private const string BearerScheme = "Bearer ";

    internal ApiError? Check(HttpRequest request, OperationFacts operation)
    {
        if (!operation.IsClient && !IsAuthorized(request.Headers.Authorization.ToString()))
            return ApiError.NotAuthenticated;
        string revision = request.Headers["revision"].ToString();
        if (revision.Length == 0)
            return ApiError.Invalid("revision", "The 'revision' header is required.");
        if (!settings.KnownRevisions.Contains(revision))
            return ApiError.Invalid("revision", $"'{revision}' is not a valid revision. The revisions this server knows are: "
                + string.Join(", ", settings.KnownRevisions.Order(StringComparer.Ordinal)) + ".");
        return null;
    }

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
