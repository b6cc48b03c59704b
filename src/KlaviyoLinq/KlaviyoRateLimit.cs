namespace KlaviyoLinq;

/// <summary>Limit of Klaviyo on the number of requests of an account. 0 means that there is no such window.</summary>
/// <param name="Name">The subject of the limit: an operation (<c>GET /api/profiles</c>), or the requests of all operations with an expensive
/// parameter (<c>additional-fields[profile]=predictive_analytics</c>).</param>
/// <param name="Burst">The number of requests in one second.</param>
/// <param name="Steady">The number of requests in one minute.</param>
/// <param name="Daily">The number of requests in one day.</param>
public sealed record KlaviyoRateLimit(string Name, int Burst, int Steady, int Daily = 0);
