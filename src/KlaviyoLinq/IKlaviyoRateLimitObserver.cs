namespace KlaviyoLinq;

/// <summary>Observer of answers, implemented by a custom <see cref="KlaviyoOptions.RateLimiter"/> that adapts to Klaviyo's rate-limit headers.</summary>
public interface IKlaviyoRateLimitObserver
{
    /// <summary>Called for every answer, before it is read. Can be called concurrently, and must not throw.</summary>
    /// <param name="call">The call.</param>
    /// <param name="answer">What the answer reports.</param>
    void Observe(KlaviyoCall call, KlaviyoRateLimitAnswer answer);
}
