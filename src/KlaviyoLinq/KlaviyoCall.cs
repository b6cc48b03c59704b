namespace KlaviyoLinq;

/// <summary>A request that is about to be sent, as a rate limiter sees it. Every try of a request is a call of its own.</summary>
/// <param name="Account">Which account it counts for: a name made of the base address and the key by which neither can be recovered.</param>
/// <param name="Operation">The operation: <c>GET /api/profiles</c>.</param>
/// <param name="Limits">The limits it counts against: the operation's own, and then those of the dear things it asks for.</param>
public sealed record KlaviyoCall(string Account, string Operation, IReadOnlyList<KlaviyoRateLimit> Limits);
