namespace KlaviyoLinq.RateLimiting;

/// <summary>Terms on which a request waits for its permit.</summary>
/// <param name="Turn">The run that it belongs to.</param>
/// <param name="IsPaced">Whether it also waits for its place in an even stream: <see cref="KlaviyoPacing.Even"/>.</param>
/// <param name="LongestWait">The longest wait for a <c>Retry-After</c>, or for a window of more than a minute. A longer one is refused at once.</param>
internal sealed record PermitRequest(RunTurn Turn, bool IsPaced, TimeSpan LongestWait)
{
    /// <summary>A request of no run, which waits for as long as it takes.</summary>
    internal static PermitRequest Alone() => new(new RunTurn(), false, TimeSpan.MaxValue);
}
