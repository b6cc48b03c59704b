namespace KlaviyoLinq.Emulator;

/// <summary>Current state of a window of a rate limit of an account.</summary>
/// <param name="Account">The account whose requests are counted.</param>
/// <param name="Counted">What is counted: an operation (<c>GET /api/profiles</c>), or the requests of all operations that ask for something expensive
/// (<c>additional-fields[profile]=predictive_analytics</c>).</param>
/// <param name="Length">The length of the window: a second, a minute or a day.</param>
/// <param name="Limit">The number of requests that it accepts.</param>
/// <param name="Used">The number of requests since it began.</param>
/// <param name="ResetsAt">The time when the next window begins.</param>
/// <param name="Taken">Number of requests accepted since the emulator started.</param>
/// <param name="Refused">The number of requests rejected because this window was full, since the emulator started.</param>
public sealed record RateLimitWindow(string Account, string Counted, TimeSpan Length, int Limit, int Used, DateTimeOffset ResetsAt, long Taken, long Refused)
{
    /// <summary>Gets the number of further requests that the window accepts.</summary>
    public int Remaining => Math.Max(0, Limit - Used);
}
