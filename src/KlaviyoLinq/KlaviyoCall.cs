namespace KlaviyoLinq;

/// <summary>Request that is about to be sent, as a rate limiter sees it. Every attempt is a call of its own.</summary>
/// <param name="Account">The account that it counts for: a hash of base address and key.</param>
/// <param name="Operation">The operation: <c>GET /api/profiles</c>.</param>
/// <param name="Limits">The limits that it counts against: the operation's own, and then those of the expensive parts of the request.</param>
public sealed record KlaviyoCall(string Account, string Operation, IReadOnlyList<KlaviyoRateLimit> Limits);
