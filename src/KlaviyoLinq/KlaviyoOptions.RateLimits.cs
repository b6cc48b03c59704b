using System.Threading.RateLimiting;

namespace KlaviyoLinq;

/// <content>Who decides when a request may be sent.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Whether requests wait for room in Klaviyo's rate limits. They wait in one row with those of every other context of this process that has the same key and
    /// base address, and no longer than needed: what Klaviyo takes is used up to more than 99 %. Default: true. Switched off, every request is sent at once, and
    /// Klaviyo answers 429 to those that are too many.
    /// </summary>
    public bool EnableRateLimiting { get; set; } = true;

    /// <summary>
    /// A limiter of one's own, which stays yours to dispose: for limits shared between machines, or a share of the account's. Null, the default, for the library's
    /// own. It is asked for one permit before every attempt, and its lease is disposed when the attempt is over. Where it refuses instead of waiting, the query
    /// ends in a <see cref="Errors.KlaviyoPermitRefusedException"/>. To be told of Klaviyo's answers, let it be an <see cref="IKlaviyoRateLimitObserver"/> as well.
    /// Not asked where <see cref="EnableRateLimiting"/> is off.
    /// </summary>
    public PartitionedRateLimiter<KlaviyoCall>? RateLimiter { get; set; }

    /// <summary>
    /// How the context's requests are spread over Klaviyo's rate-limit windows. Default: <see cref="KlaviyoPacing.Burst"/>, as early as the limits allow. Give long
    /// exports a context with <see cref="KlaviyoPacing.Even"/>, so that other queries of the account find a permit at any moment. Not used where
    /// <see cref="RateLimiter"/> is given.
    /// </summary>
    public KlaviyoPacing Pacing { get; set; }
}
