namespace KlaviyoLinq.Catalogue;

/// <summary>
/// The fixed windows in which Klaviyo counts the requests of one operation: per second, per minute and (rarely) per day. 0 means no such window.
/// </summary>
internal readonly record struct RateLimitFacts(int Burst, int Steady, int Daily = 0);
