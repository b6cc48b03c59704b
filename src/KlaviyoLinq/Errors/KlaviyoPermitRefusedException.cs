using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// A request was not sent, because the rate limit did not permit it. Either the limiter in <c>KlaviyoOptions.RateLimiter</c> refused it, or an earlier answer
/// requested a longer wait than <c>KlaviyoOptions.Retry.MaxRetryAfter</c> allows, or a window of more than a minute (a daily limit) is
/// used up for longer than that. The library's own limiter waits for windows of up to a minute instead.
/// </summary>
public sealed class KlaviyoPermitRefusedException : KlaviyoException
{
    private KlaviyoPermitRefusedException(string message, TimeSpan? retryAfter)
        : base(message) => RetryAfter = retryAfter;

    /// <summary>Time to wait, as reported by Klaviyo or the limiter (the lease's metadata <c>RETRY_AFTER</c>); null when neither reported one.</summary>
    public TimeSpan? RetryAfter { get; }

    internal static KlaviyoPermitRefusedException ByLimiter(TimeSpan? retryAfter) => new(
        "The limiter in KlaviyoOptions.RateLimiter refused the request before it was sent"
        + (retryAfter is { } wait ? $" and requests a wait of {Seconds(wait)}" : "") + ". Give it a longer queue, or run fewer queries at the same time.",
        retryAfter);

    internal static KlaviyoPermitRefusedException Closed(string operation, TimeSpan retryAfter, TimeSpan longest) => new(
        $"The request was not sent: Klaviyo's rate limit of {operation} is closed for another {Seconds(retryAfter)}, which is longer than KlaviyoOptions.Retry.MaxRetryAfter allows ({Seconds(longest)}).",
        retryAfter);

    private static string Seconds(TimeSpan wait) => string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0.###} s");
}
