namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A rate limit whose value means another one (<paramref name="Means"/>), or is dropped where that is null.</summary>
internal sealed record RateLimitVariantOverride(
    string Operation, string Parameter, string Value, string? Means, string Reason, IReadOnlyList<string>? Revisions = null)
    : Correction(Reason, Revisions);
