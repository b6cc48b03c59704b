namespace KlaviyoLinq;

/// <summary>Distribution of a context's requests over Klaviyo's rate-limit windows.</summary>
public enum KlaviyoPacing
{
    /// <summary>
    /// Requests are sent as early as the limits permit, which ends runs of few pages soonest. A run that needs more requests than a minute permits uses
    /// up the minute in its first seconds, and every other query of the account then waits for the next minute.
    /// </summary>
    Burst,

    /// <summary>
    /// Even stream of requests: at 750 a minute, one request every 80 ms. The throughput is the same in the long run, and queries of other contexts of the
    /// account that are not paced get a permit at any moment. Intended for long exports.
    /// </summary>
    Even,
}
