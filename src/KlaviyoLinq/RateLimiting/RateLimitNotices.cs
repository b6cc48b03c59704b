using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Log messages about rate limits.</summary>
internal static partial class RateLimitNotices
{
    [LoggerMessage(10, LogLevel.Warning, "Klaviyo refused a request: its limit of {Limit} is used up. No request that counts against it is sent for {Seconds} s.")]
    internal static partial void Refused(ILogger logger, string limit, double seconds);

    [LoggerMessage(11, LogLevel.Warning, "Klaviyo's limit of {Limit} is {Reported} requests in {Seconds} s (known so far: {Known}). The new limit applies until 10 minutes after the last answer that reports it.")]
    internal static partial void Learned(ILogger logger, string limit, int reported, double seconds, object known);

    [LoggerMessage(12, LogLevel.Debug, "A request to {Operation} waits for a permit within Klaviyo's rate limits.")]
    internal static partial void Waits(ILogger logger, string operation);

    [LoggerMessage(13, LogLevel.Warning, "Klaviyo refused a request and asks for a wait of {Seconds} s for its limit of {Limit}. No window is that long, so the limit is closed for {Kept} s only.")]
    internal static partial void Disbelieved(ILogger logger, string limit, double seconds, double kept);

    [LoggerMessage(14, LogLevel.Warning, "Other clients use Klaviyo's limit of {Limit}: {Remaining} of {Count} requests in {Seconds} s remain, as the answer reports. Requests wait for the window to end.")]
    internal static partial void UsedByOthers(ILogger logger, string limit, int remaining, int? count, double seconds);

    [LoggerMessage(15, LogLevel.Warning, "Klaviyo's answers report again that {Remaining} of {Count} requests of the limit of {Limit} remain, and refuse none. The use by other clients that they report is ignored for 10 minutes, or until Klaviyo refuses a request.")]
    internal static partial void Contradicted(ILogger logger, string limit, int remaining, int? count);
}
