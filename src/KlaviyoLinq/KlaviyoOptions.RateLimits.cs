using System.Threading.RateLimiting;

namespace KlaviyoLinq;

/// <content>Rate limits.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Gets or sets whether requests wait for a permit within Klaviyo's rate limits. All contexts of this process with the same key and base address
    /// share the limits, and use more than 99 % of what Klaviyo accepts. The default is true. If false, every request is sent at once, and Klaviyo
    /// answers 429 to those beyond a limit.
    /// </summary>
    public bool EnableRateLimiting { get; set; } = true;

    /// <summary>
    /// Gets or sets a custom limiter, for limits shared between machines or a part of the account's limits. The context does not dispose it. The
    /// default is null, for the library's own. One permit is acquired before every attempt, and its lease is disposed after the attempt. Where the
    /// limiter refuses, the query throws a
    /// <see cref="Errors.KlaviyoPermitRefusedException"/>. Implement <see cref="IKlaviyoRateLimitObserver"/> as well to receive Klaviyo's answers.
    /// Not used where
    /// <see cref="EnableRateLimiting"/> is false.
    /// </summary>
    public PartitionedRateLimiter<KlaviyoCall>? RateLimiter { get; set; }

    /// <summary>
    /// Gets or sets how the context's requests are spread over Klaviyo's rate-limit windows. The default is <see cref="KlaviyoPacing.Burst"/>, as
    /// early as the limits permit. Use for long exports a context with <see cref="KlaviyoPacing.Even"/>, so that other queries of the account find a
    /// permit at any moment. Not used where
    /// <see cref="RateLimiter"/> is given.
    /// </summary>
    public KlaviyoPacing Pacing { get; set; }
}
