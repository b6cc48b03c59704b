namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>The rate limit that holds when a request names the value in the parameter.</summary>
internal sealed record RateLimitVariantSpec(string Parameter, string Value, RateLimitSpec Limit);
