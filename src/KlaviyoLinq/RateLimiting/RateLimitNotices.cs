using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Log messages about rate limits.</summary>
internal static partial class RateLimitNotices
{
    [LoggerMessage(10, LogLevel.Warning, "Klaviyo refused a request: its limit of {Limit} is used up. Nothing is sent that counts against it for {Seconds} s.")]
    internal static partial void Refused(ILogger logger, string limit, double seconds);

    [LoggerMessage(11, LogLevel.Warning, "Klaviyo's limit of {Limit} is {Reported} requests in {Seconds} s; until now {Known} was known. Believed until 10 minutes after the last answer that reports it.")]
    internal static partial void Learned(ILogger logger, string limit, int reported, double seconds, object known);

    [LoggerMessage(12, LogLevel.Debug, "A request to {Operation} waits for a permit within Klaviyo's rate limits.")]
    internal static partial void Waits(ILogger logger, string operation);

    [LoggerMessage(13, LogLevel.Warning, "Klaviyo refused a request and asks to wait {Seconds} s for its limit of {Limit}. No window is that long, so other requests are sent again in {Kept} s.")]
    internal static partial void Disbelieved(ILogger logger, string limit, double seconds, double kept);

    [LoggerMessage(14, LogLevel.Warning, "Other clients use Klaviyo's limit of {Limit}: {Remaining} of {Count} requests in {Seconds} s remain, as the answer reports. Requests wait for the window to end.")]
    internal static partial void UsedByOthers(ILogger logger, string limit, int remaining, int? count, double seconds);

    [LoggerMessage(15, LogLevel.Warning, "Klaviyo's answers report again that {Remaining} of {Count} requests of the limit of {Limit} remain, and refuse none. The use by other clients that they report is ignored for 10 minutes, or until Klaviyo refuses a request.")]
    internal static partial void Contradicted(ILogger logger, string limit, int remaining, int? count);
}
