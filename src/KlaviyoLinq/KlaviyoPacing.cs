namespace KlaviyoLinq;

/// <summary>How the requests of a context are spread over Klaviyo's rate-limit windows.</summary>
public enum KlaviyoPacing
{
    /// <summary>
    /// As early as the limits allow. A run that needs few pages is over soonest; one that needs more than a minute takes uses up the minute in its first seconds,
    /// and every other query of the account then waits for the next.
    /// </summary>
    Burst,

    /// <summary>
    /// In an even stream: at 750 a minute, one request every 80 ms. Just as many requests are sent in the long run, and queries of other contexts of the account
    /// that are not paced find a permit at any moment. Made for long exports.
    /// </summary>
    Even,
}
