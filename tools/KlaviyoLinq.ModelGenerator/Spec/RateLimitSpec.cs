namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>Requests per second, per minute and per day.</summary>
internal sealed record RateLimitSpec(int Burst, int Steady, int? Daily);
