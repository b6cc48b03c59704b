namespace KlaviyoLinq.Emulator;

/// <summary>One window of one limit of one account, as it stands.</summary>
/// <param name="Account">Whose requests are counted.</param>
/// <param name="Counted">What is counted: an operation (<c>GET /api/profiles</c>), or the requests of all operations that ask for something expensive
/// (<c>additional-fields[profile]=predictive_analytics</c>).</param>
/// <param name="Length">How long the window is: a second, a minute or a day.</param>
/// <param name="Limit">How many requests it takes.</param>
/// <param name="Used">How many it has taken since it began.</param>
/// <param name="ResetsAt">When the next one begins.</param>
/// <param name="Taken">Number of requests accepted since the emulator started.</param>
/// <param name="Refused">How many were refused because this window was full, since the emulator started.</param>
public sealed record RateLimitWindow(string Account, string Counted, TimeSpan Length, int Limit, int Used, DateTimeOffset ResetsAt, long Taken, long Refused)
{
    /// <summary>Gets the number of further requests that the window accepts.</summary>
    public int Remaining => Math.Max(0, Limit - Used);
}
