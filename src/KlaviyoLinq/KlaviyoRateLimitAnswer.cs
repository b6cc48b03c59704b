using System.Net;

namespace KlaviyoLinq;

/// <summary>What an answer tells of rate limits.</summary>
/// <param name="StatusCode">The HTTP status; 429 is a refusal because a window was full.</param>
/// <param name="RetryAfter">How long to send nothing, from the header <c>Retry-After</c>; null where it was not told.</param>
/// <param name="Windows">The windows, from the headers <c>RateLimit-Limit</c>, <c>-Remaining</c> and <c>-Reset</c>; empty where they were not told, as on 429.</param>
public sealed record KlaviyoRateLimitAnswer(HttpStatusCode StatusCode, TimeSpan? RetryAfter, IReadOnlyList<KlaviyoRateLimitWindow> Windows);
