using System.Net;
using KlaviyoLinq.JsonApi;

namespace KlaviyoLinq.Http;

/// <summary>An answer, read whole: the connection is free again. Disposing it gives its buffer back.</summary>
internal sealed class KlaviyoAnswer(ResponseBody body) : IDisposable
{
    internal required HttpStatusCode StatusCode { get; init; }

    /// <summary>The content type without its parameters: <c>application/vnd.api+json</c>.</summary>
    internal string? MediaType { get; init; }

    /// <summary>A compression that nobody has undone.</summary>
    internal string? ContentEncoding { get; init; }

    internal string? RequestId { get; init; }

    /// <summary>Removes the credential from what is shown of the body. The headers here have been through it.</summary>
    internal Redactor Redactor { get; init; } = Redactor.None;

    /// <summary>What the answer tells of its revision.</summary>
    internal AnsweredRevision Revision { get; init; }

    /// <summary>The public id of the account that answers (header <c>CID</c>); null where the answer does not tell.</summary>
    internal string? Account { get; init; }

    /// <summary>The windows of the rate limit as the answer tells them.</summary>
    internal IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; init; } = [];

    /// <summary>How long the answer asks to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>When that wait is over.</summary>
    internal DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether the network in front of Klaviyo says that this is its challenge.</summary>
    internal bool IsChallenge { get; init; }

    /// <summary>Where a redirect points: its host, or null when the answer is no redirect.</summary>
    internal string? RedirectHost { get; init; }

    /// <summary>Whether the credential was refused and another one can be had.</summary>
    internal bool MayRenew { get; init; }

    internal bool IsSuccess => (int)StatusCode is >= 200 and <= 299;

    internal bool IsHtml => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>The body, without the byte order mark that nobody should write before JSON.</summary>
    internal ReadOnlySpan<byte> Body => body.Bytes.StartsWith("\uFEFF"u8) ? body.Bytes[3..] : body.Bytes;

    public void Dispose() => body.Dispose();
}
