namespace KlaviyoLinq;

/// <summary>One of Klaviyo's limits on how many requests an account may send. 0 means that there is no such window.</summary>
/// <param name="Name">What is counted: an operation (<c>GET /api/profiles</c>), or the requests of all operations that ask for something dear (<c>additional-fields[profile]=predictive_analytics</c>).</param>
/// <param name="Burst">How many requests in one second.</param>
/// <param name="Steady">How many requests in one minute.</param>
/// <param name="Daily">How many requests in one day.</param>
public sealed record KlaviyoRateLimit(string Name, int Burst, int Steady, int Daily = 0);
