namespace KlaviyoLinq.Catalogue;

/// <summary>
/// A narrower rate limit that holds when a request names one of <paramref name="Values"/> in <paramref name="Parameter"/> (<c>include</c> or
/// <c>additional-fields[…]</c>).
/// </summary>
internal sealed record RateLimitVariantFacts(string Parameter, string[] Values, RateLimitFacts Limit);
