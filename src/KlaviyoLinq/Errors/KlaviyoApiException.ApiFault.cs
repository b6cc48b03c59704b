using System.Net;

namespace KlaviyoLinq.Errors;

/// <content>What it is made from.</content>
public abstract partial class KlaviyoApiException
{
    /// <summary>Content of an unsuccessful answer, from which the exception is made.</summary>
    /// <param name="StatusCode">The HTTP status.</param>
    /// <param name="Errors">The entries of the error document; empty when the body was none.</param>
    internal sealed record ApiFault(HttpStatusCode StatusCode, IReadOnlyList<KlaviyoError> Errors)
    {
        /// <summary>The entries as messages show them.</summary>
        internal IReadOnlyList<KlaviyoError> Shown { get; init; } = Errors;

        /// <summary>The id under which Klaviyo's support (or the network before it) finds the request.</summary>
        internal string? RequestId { get; init; }

        internal TimeSpan? RetryAfter { get; init; }

        /// <summary>End of that wait.</summary>
        internal DateTimeOffset? RetryAt { get; init; }

        /// <summary>Indicates whether the body was a web page, which comes from a proxy or firewall and not from Klaviyo.</summary>
        internal bool IsHtml { get; init; }

        /// <summary>Indicates whether the network in front of Klaviyo challenged the caller as a possible robot.</summary>
        internal bool IsChallenge { get; init; }

        /// <summary>The scopes that the operation needs by the catalogue.</summary>
        internal IReadOnlyList<string> Scopes { get; init; } = [];

        /// <summary>Indicates whether the id in the path has an invalid form for its type. The status is then 400.</summary>
        internal bool RejectsId { get; init; }

        /// <summary>Indicates whether the request was a command.</summary>
        internal bool IsCommand { get; init; }

        internal KlaviyoApiException ToException() => StatusCode switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests when IsChallenge =>
                new KlaviyoChallengeException(this),
            HttpStatusCode.Forbidden when IsHtml => new KlaviyoChallengeException(this),
            HttpStatusCode.Unauthorized => new KlaviyoAuthenticationException(this),
            HttpStatusCode.Forbidden => new KlaviyoPermissionException(this),
            HttpStatusCode.NotFound => new KlaviyoNotFoundException(this),
            HttpStatusCode.BadRequest when RejectsId => new KlaviyoNotFoundException(this),
            HttpStatusCode.TooManyRequests => new KlaviyoRateLimitException(this),
            HttpStatusCode.Conflict when IsCommand && Errors.Select(error => error.DuplicateProfileId).FirstOrDefault(id => id is not null) is { } id =>
                new KlaviyoDuplicateProfileException(this, id),
            HttpStatusCode.Conflict when IsCommand => new KlaviyoConflictException(this),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity when IsCommand => new KlaviyoValidationException(this),
            >= HttpStatusCode.InternalServerError => new KlaviyoServerException(this),
            _ => new KlaviyoBadRequestException(this),
        };
    }
}
