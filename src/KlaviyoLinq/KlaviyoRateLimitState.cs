namespace KlaviyoLinq;

/// <summary>State of one of Klaviyo's limits for an account, at one moment.</summary>
/// <param name="Name">The subject of the limit: an operation (<c>GET /api/profiles</c>), or the requests of all operations with an expensive
/// parameter (<c>additional-fields[profile]=predictive_analytics</c>).</param>
/// <param name="Windows">
/// The windows as the library counts them, sliding: <c>Limit</c> is that of the catalogue, or the one that Klaviyo has reported since; <c>Remaining</c> is
/// the number of requests that can be sent now; <c>Reset</c> is the time until the next one can be sent, zero for now.
/// </param>
/// <param name="Reported">The windows as Klaviyo's last answer reported them. Klaviyo describes one of them; the others have a limit only. Empty before the
/// first answer.</param>
/// <param name="Waiting">The number of requests that wait for this limit.</param>
/// <param name="BlockedFor">The time for which Klaviyo has asked to send no request (429 with <c>Retry-After</c>); null for none.</param>
public sealed record KlaviyoRateLimitState(
    string Name,
    IReadOnlyList<KlaviyoRateLimitWindow> Windows,
    IReadOnlyList<KlaviyoRateLimitWindow> Reported,
    int Waiting,
    TimeSpan? BlockedFor);
