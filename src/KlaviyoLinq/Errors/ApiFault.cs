using System.Net;

namespace KlaviyoLinq.Errors;

/// <summary>What an answer that is no success tells, before it becomes the exception of its kind.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Errors">The entries of the error document; empty when the body was none.</param>
internal sealed record ApiFault(HttpStatusCode StatusCode, IReadOnlyList<KlaviyoError> Errors)
{
    /// <summary>The id under which Klaviyo's support (or the network before it) finds the request.</summary>
    internal string? RequestId { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>When that wait is over.</summary>
    internal DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether the body was a web page: what stands before Klaviyo answered, not Klaviyo.</summary>
    internal bool IsHtml { get; init; }

    /// <summary>Whether the network before Klaviyo said that it challenges the caller to prove that it is no robot.</summary>
    internal bool IsChallenge { get; init; }

    /// <summary>The scopes that the operation needs by the catalogue.</summary>
    internal IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether the id in the path has a form that no id of the type has. The status is then 400.</summary>
    internal bool RejectsId { get; init; }

    internal KlaviyoApiException ToException() => StatusCode switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests when IsChallenge => new KlaviyoChallengeException(this),
        HttpStatusCode.Forbidden when IsHtml => new KlaviyoChallengeException(this),
        HttpStatusCode.Unauthorized => new KlaviyoAuthenticationException(this),
        HttpStatusCode.Forbidden => new KlaviyoPermissionException(this),
        HttpStatusCode.NotFound => new KlaviyoNotFoundException(this),
        HttpStatusCode.BadRequest when RejectsId => new KlaviyoNotFoundException(this),
        HttpStatusCode.TooManyRequests => new KlaviyoRateLimitException(this),
        >= HttpStatusCode.InternalServerError => new KlaviyoServerException(this),
        _ => new KlaviyoBadRequestException(this),
    };
}
