using System.Globalization;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Error of a request, as an error document describes it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Klaviyo's code: <c>invalid</c>, <c>not_found</c> …</param>
/// <param name="Title">The title.</param>
/// <param name="Detail">The detail.</param>
internal sealed record ApiError(int Status, string Code, string Title, string Detail)
{
    /// <summary>The query parameter or header at fault.</summary>
    internal string? Parameter { get; init; }

    /// <summary>Gets the pointer to the faulty member; <c>/data/</c> where Klaviyo names none.</summary>
    internal string? Pointer { get; init; }

    /// <summary>Gets a value that indicates whether empty <c>links</c> and <c>meta</c> are sent: with validation errors, not with 401 and 404.</summary>
    internal bool LinksAndMeta { get; init; }

    /// <summary>
    /// Gets the position of the fault in the decoded filter, in characters from 0. It is sent as <c>meta.position</c>, which Klaviyo leaves empty.
    /// </summary>
    internal int? Position { get; init; }

    /// <summary>The id of the profile that has the identifiers already: <c>meta.duplicate_profile_id</c>.</summary>
    internal string? DuplicateProfileId { get; init; }

    /// <summary>The page that explains the error: <c>links.type</c>. Comes with <c>meta</c>.</summary>
    internal string? TypeLink { get; init; }

    internal static ApiError Invalid(string parameter, string detail) =>
        new(400, "invalid", "Invalid input.", detail) { Parameter = parameter, LinksAndMeta = true };

    internal static ApiError NotAuthenticated { get; } =
        new(401, "not_authenticated", "Authentication credentials were not provided.", "Missing or invalid private key.") { Pointer = "/data/" };

    /// <summary>Answer of Cloudflare in place of Klaviyo's. It is not an error document.</summary>
    internal static ApiError Challenge { get; } = new(403, "challenge", "Just a moment...", "");

    /// <summary>Placeholder: Klaviyo's own text is not documented.</summary>
    internal static ApiError MissingScopes(IReadOnlyList<string> scopes) =>
        new(
            403, "permission_denied", "You do not have permission to perform this action.",
            $"This key lacks the scope{(scopes.Count == 1 ? "" : "s")} {string.Join(", ", scopes)}.") { Pointer = "/data/" };

    internal static ApiError NotFound(string detail) => new(404, "not_found", "Not found.", detail) { Pointer = "/data/" };

    internal static ApiError MethodNotAllowed(string method) =>
        new(405, "method_not_allowed", "Method not allowed.", $"Method \"{method}\" not allowed.") { Pointer = "/data/" };

    internal static ApiError UnsupportedMediaType(string contentType) =>
        new(415, "unsupported_media_type", "Unsupported media type.", $"Unsupported media type \"{contentType}\" in request.") { Pointer = "/data/" };

    internal static ApiError Gone(string revision) =>
        new(410, "gone", "Gone.", $"The revision {revision} is retired. Update to a newer revision.") { Pointer = "/data/" };

    internal static ApiError Throttled(long seconds)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"Request was throttled. Expected available in {seconds} second{(seconds == 1 ? "" : "s")}.");
        return new(429, "throttled", text, text)
        {
            Pointer = "/data",
            TypeLink = "https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling#rate-limits",
        };
    }

    /// <summary>The sentence about a resource that is not there; lists put the id in backticks, others do not. Variants have a code of their own.</summary>
    internal static ApiError NoSuchResource(string type, string id)
    {
        string article = "aeiou".Contains(type[0]) ? "An" : "A";
        ApiError error = NotFound($"{article} {type} with id {(type == "list" ? $"`{id}`" : id)} does not exist.");
        return type == "catalog-variant" ? error with { Code = "variant_not_found" } : error;
    }
}
