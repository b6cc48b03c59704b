namespace KlaviyoLinq.RateLimiting;

/// <summary>News about a limit that an answer brings, for the log.</summary>
/// <param name="News">The kind of news.</param>
/// <param name="Limit">The name of the limit.</param>
/// <param name="Window">The length of the window.</param>
/// <param name="Known">The number of requests that the window takes, as far as was known; null for none.</param>
/// <param name="Reported">The reported number: of requests that the window takes, or that remain.</param>
internal sealed record LimitNotice(LimitNews News, string Limit, TimeSpan Window, int? Known, int Reported);
