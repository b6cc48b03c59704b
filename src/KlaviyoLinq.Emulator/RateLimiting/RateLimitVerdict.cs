using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.RateLimiting;

/// <summary>Decision about a request, and the limits that its answer reports.</summary>
/// <param name="RetryAfter">Time until a permit is available again; null when the request is accepted.</param>
/// <param name="Limit">The narrowest of the limits that it counts against.</param>
/// <param name="Reported">How many requests the window takes that the answer describes.</param>
/// <param name="Remaining">How many more it takes.</param>
/// <param name="Reset">How long it lasts.</param>
internal sealed record RateLimitVerdict(TimeSpan? RetryAfter, RateLimitFacts Limit, int Reported, int Remaining, TimeSpan Reset)
{
    internal static RateLimitVerdict Full(TimeSpan retryAfter) => new(retryAfter, default, 0, 0, TimeSpan.Zero);

    /// <summary>Verdict without counting: as many requests remain as after a first one.</summary>
    internal static RateLimitVerdict Uncounted(IReadOnlyList<CountedLimit> limits, bool describesSteady)
    {
        RateLimitFacts limit = limits.MinBy(l => l.Limit.Burst)!.Limit;
        int reported = describesSteady ? limit.Steady : limit.Burst;
        return new RateLimitVerdict(null, limit, reported, Math.Max(0, reported - 1), TimeSpan.Zero);
    }

    internal static RateLimitVerdict Counted(IReadOnlyList<CountedLimit> limits, IReadOnlyList<RequestCount> counts, DateTimeOffset now, bool describesSteady)
    {
        int narrowest = Enumerable.Range(0, limits.Count).MinBy(i => limits[i].Limit.Burst);
        (FixedWindow? window, int reported) = counts[narrowest].Windows.FirstOrDefault(
            pair => pair.Window.Length == (describesSteady ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1)));
        return new RateLimitVerdict(
            null, limits[narrowest].Limit, reported, window is null ? 0 : Math.Max(0, reported - window.Used(now)),
            window is null ? TimeSpan.Zero : window.ResetsAt(now) - now);
    }
}
