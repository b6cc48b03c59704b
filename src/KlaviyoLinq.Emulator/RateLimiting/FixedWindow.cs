namespace KlaviyoLinq.Emulator.RateLimiting;

/// <summary>Counts requests in windows of one length, which follow each other without a gap.</summary>
/// <param name="length">How long a window is.</param>
/// <param name="phase">How far the beginnings lie behind multiples of the length.</param>
internal sealed class FixedWindow(TimeSpan length, TimeSpan phase)
{
    private long _number = -1;
    private int _used;
    private long _taken;
    private long _refused;

    internal TimeSpan Length => length;

    /// <summary>Counts the requests in the current window.</summary>
    internal int Used(DateTimeOffset now)
    {
        long number = NumberOf(now);
        if (number != _number)
            (_number, _used) = (number, 0);
        return _used;
    }

    internal void Take(DateTimeOffset now)
    {
        _used = Used(now) + 1;
        _taken++;
    }

    internal void Refuse() => _refused++;

    internal DateTimeOffset ResetsAt(DateTimeOffset now) => new((NumberOf(now) + 1) * length.Ticks + phase.Ticks, TimeSpan.Zero);

    internal RateLimitWindow Describe(string account, string counted, int limit, DateTimeOffset now) =>
        new(account, counted, length, limit, Used(now), ResetsAt(now), _taken, _refused);

    private long NumberOf(DateTimeOffset now) => (now.UtcTicks - phase.Ticks) / length.Ticks;
}
