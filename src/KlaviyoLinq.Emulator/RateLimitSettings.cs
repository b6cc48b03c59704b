namespace KlaviyoLinq.Emulator;

/// <summary>
/// Settings of the emulator's rate limits. Requests are counted in fixed windows of a second, a minute and (where documented) a day; further requests
/// are rejected.
/// </summary>
public sealed class RateLimitSettings
{
    /// <summary>
    /// Offset from the full second, minute and day (UTC) at which every account's windows begin. Null, the default, draws it for each account and
    /// window from <see cref="KlaviyoEmulatorOptions.RandomSeed"/>, because no client knows where Klaviyo's windows begin.
    /// </summary>
    public TimeSpan? Phase { get; set; }

    /// <summary>
    /// Indicates whether the first number of <c>RateLimit-Limit</c> is the window of a minute, as in answers recorded in 2023. The default is false: it
    /// is the window of a second, as recorded since 2024. <c>RateLimit-Remaining</c> and <c>RateLimit-Reset</c> describe the same window.
    /// </summary>
    public bool DescribesSteadyWindow { get; set; }

    /// <summary>
    /// The limits of operations that differ from the catalogue's, by the path template of a GET operation, and by the method and path of any other:
    /// <c>/api/profiles</c>, <c>POST /api/profiles</c>. Empty at first. May be changed while the emulator runs: the next request counts against what
    /// stands here then.
    /// </summary>
    public IDictionary<string, RateLimit> Limits { get; } = new System.Collections.Concurrent.ConcurrentDictionary<string, RateLimit>(StringComparer.Ordinal);
}
