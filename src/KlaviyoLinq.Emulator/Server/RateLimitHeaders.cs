using System.Globalization;
using KlaviyoLinq.Emulator.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>
/// Writes the RateLimit headers in the live form: the first number is one of the windows, and Remaining and Reset describe the same one. A refusal
/// has Retry-After instead.
/// </summary>
internal static class RateLimitHeaders
{
    internal static void Write(IHeaderDictionary headers, RateLimitVerdict verdict)
    {
        if (verdict.RetryAfter is { } wait)
        {
            headers.RetryAfter = Seconds(wait).ToString(CultureInfo.InvariantCulture);
            return;
        }
        headers["RateLimit-Limit"] = string.Create(CultureInfo.InvariantCulture, $"{verdict.Reported}, {verdict.Limit.Burst};w=1, {verdict.Limit.Steady};w=60")
            + (verdict.Limit.Daily > 0 ? string.Create(CultureInfo.InvariantCulture, $", {verdict.Limit.Daily};w=86400") : "");
        headers["RateLimit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = ((long)verdict.Reset.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whole seconds after which there is room: never too few.</summary>
    internal static long Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
}
