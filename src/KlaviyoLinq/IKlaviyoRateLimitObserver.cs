namespace KlaviyoLinq;

/// <summary>Implemented by a limiter of one's own (<see cref="KlaviyoOptions.RateLimiter"/>) that wants to learn from Klaviyo's answers.</summary>
public interface IKlaviyoRateLimitObserver
{
    /// <summary>Told of every answer, before anything is made of it. May be called from several threads at once, and must not throw.</summary>
    /// <param name="call">The call that was answered.</param>
    /// <param name="answer">What the answer tells.</param>
    void Observe(KlaviyoCall call, KlaviyoRateLimitAnswer answer);
}
