using System.Net;

namespace KlaviyoLinq;

/// <summary>Rate-limit headers of an answer.</summary>
/// <param name="StatusCode">The HTTP status; 429 if a window was full.</param>
/// <param name="RetryAfter">The time to send no request, from the header <c>Retry-After</c>; null without one.</param>
/// <param name="Windows">The windows, from the headers <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>; empty without them, as on 429.</param>
public sealed record KlaviyoRateLimitAnswer(HttpStatusCode StatusCode, TimeSpan? RetryAfter, IReadOnlyList<KlaviyoRateLimitWindow> Windows);
