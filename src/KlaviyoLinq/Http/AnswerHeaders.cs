using System.Globalization;
using System.Net.Http.Headers;
using KlaviyoLinq.Documents;

namespace KlaviyoLinq.Http;

/// <summary>Reads the headers of an answer.</summary>
internal static class AnswerHeaders
{
    internal static KlaviyoAnswer ToAnswer(
        this HttpResponseMessage response, ResponseBody body, TimeProvider time, bool mayRenew, Redactor redactor) => new(body)
    {
        StatusCode = response.StatusCode,
        MediaType = redactor.Header(response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant()),
        ContentEncoding = redactor.Header(response.Content.Headers.ContentEncoding.FirstOrDefault()),
        RequestId = redactor.Header(First(response.Headers, "X-Klaviyo-Req-Id") ?? First(response.Headers, "CF-Ray")),
        Revision = Revision(response.Headers, redactor),
        Account = redactor.Header(First(response.Headers, "CID")),
        RateLimit = RateLimitHeaders.Read(response.Headers),
        RetryAfter = RetryAfterHeader.Read(response.Headers, time),
        RetryAt = time.GetUtcNow() + RetryAfterHeader.Read(response.Headers, time),
        IsChallenge = First(response.Headers, "cf-mitigated") == "challenge",
        RedirectHost = redactor.Header(RedirectHost(response)),
        MayRenew = mayRenew,
        Redactor = redactor,
    };

    /// <summary>Reads the revision. An unreadable date counts as absent, because no row depends on it.</summary>
    private static AnsweredRevision Revision(HttpResponseHeaders headers, Redactor redactor) => new(
        redactor.Header(First(headers, "X-Klaviyo-Api-Revision")),
        DateOnly.TryParseExact(
            First(headers, "X-Klaviyo-Api-Retirement-Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null);

    private static string? RedirectHost(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is < 300 or > 399 || response.Headers.Location is not { } location)
            return null;
        return location.IsAbsoluteUri ? location.Host : "the same host";
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
