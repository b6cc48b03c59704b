using System.Globalization;

namespace KlaviyoLinq.Errors;

/// <summary>
/// The rate limiter given in <c>KlaviyoOptions.RateLimiter</c> refused a request, so that it was not sent. The library's own limiter waits instead and never
/// refuses.
/// </summary>
public sealed class KlaviyoPermitRefusedException : KlaviyoException
{
    internal KlaviyoPermitRefusedException(TimeSpan? retryAfter)
        : base(Advise(retryAfter)) => RetryAfter = retryAfter;

    /// <summary>How long the limiter asks to wait (the lease's metadata <c>RETRY_AFTER</c>); null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string Advise(TimeSpan? retryAfter) => "The rate limiter in KlaviyoOptions.RateLimiter refused the request before it was sent"
        + (retryAfter is { } wait ? string.Create(CultureInfo.InvariantCulture, $" and asks to wait {wait.TotalSeconds:0.###} s") : "")
        + ". Give it a queue that is long enough, or query less at once.";
}
