using System.Net;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Http;

/// <summary>Answer that has been received completely, so that its connection is free. Disposing it returns its buffer.</summary>
internal sealed class KlaviyoAnswer(ResponseBody body) : IDisposable
{
    internal required HttpStatusCode StatusCode { get; init; }

    /// <summary>The content type without its parameters: <c>application/vnd.api+json</c>.</summary>
    internal string? MediaType { get; init; }

    /// <summary>The compression of the body, if it was not undone.</summary>
    internal string? ContentEncoding { get; init; }

    internal string? RequestId { get; init; }

    /// <summary>Removes the credential from texts of the body. The headers here are already redacted.</summary>
    internal Redactor Redactor { get; init; } = Redactor.None;

    /// <summary>The revision that the answer reports.</summary>
    internal AnsweredRevision Revision { get; init; }

    /// <summary>The public id of the account that answers (header <c>CID</c>); null where the answer does not report it.</summary>
    internal string? Account { get; init; }

    /// <summary>The windows of the rate limit as the answer reports them.</summary>
    internal IReadOnlyList<KlaviyoRateLimitWindow> RateLimit { get; init; } = [];

    /// <summary>The wait that the answer asks for; null for none.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The end of that wait.</summary>
    internal DateTimeOffset? RetryAt { get; init; }

    /// <summary>Indicates whether the answer is a challenge of the network in front of Klaviyo.</summary>
    internal bool IsChallenge { get; init; }

    /// <summary>The host of a redirect; null when the answer is not a redirect.</summary>
    internal string? RedirectHost { get; init; }

    /// <summary>Indicates whether the credential was rejected and can be renewed.</summary>
    internal bool MayRenew { get; init; }

    internal bool IsSuccess => (int)StatusCode is >= 200 and <= 299;

    internal bool IsHtml => MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>The body, without a byte order mark.</summary>
    internal ReadOnlySpan<byte> Body => body.Bytes.StartsWith("\uFEFF"u8) ? body.Bytes[3..] : body.Bytes;

    public void Dispose() => body.Dispose();
}
