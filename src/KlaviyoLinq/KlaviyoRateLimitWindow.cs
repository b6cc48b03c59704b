namespace KlaviyoLinq;

/// <summary>A window in which requests are counted.</summary>
/// <param name="Length">How long the window is: a second, a minute or a day.</param>
/// <param name="Limit">How many requests it takes.</param>
/// <param name="Remaining">How many more it takes now; null where that was not told.</param>
/// <param name="Reset">How long until it takes more; null where that was not told.</param>
public sealed record KlaviyoRateLimitWindow(TimeSpan Length, int Limit, int? Remaining, TimeSpan? Reset);
