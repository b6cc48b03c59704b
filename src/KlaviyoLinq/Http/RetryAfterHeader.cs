using System.Net.Http.Headers;

namespace KlaviyoLinq.Http;

/// <summary>Reads <c>Retry-After</c>: seconds, or a date. Unreadable values count as absent; of several, the longest wait counts.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The longest wait that is reported, so that a date in the year 9999 still leads to a representable moment.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365_000);

    /// <summary>The wait that an answer asks for; zero for a date that has passed, null without a readable header.</summary>
    internal static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        if (!headers.TryGetValues("Retry-After", out IEnumerable<string>? values))
            return null;

        // The server's date is compared with the server's clock: a local clock that is wrong by minutes would make the wait wrong by minutes.
        DateTimeOffset now = headers.Date ?? time.GetUtcNow();
        return values.Max(
            value => RetryConditionHeaderValue.TryParse(value, out RetryConditionHeaderValue? header) ? Bounded(header.Delta ?? (header.Date - now)) : null);
    }

    private static TimeSpan? Bounded(TimeSpan? wait) => wait is { } time ? TimeSpan.FromTicks(Math.Clamp(time.Ticks, 0, _longest.Ticks)) : null;
}
