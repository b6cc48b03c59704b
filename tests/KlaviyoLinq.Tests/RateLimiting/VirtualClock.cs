namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>A clock that moves from one due timer to the next when a test says so: hours pass in no time.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private static readonly DateTimeOffset _begin = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Setting), (long Due, long Number)> _due = new();
    private long _now;
    private long _number;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _now));

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => _begin + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Set(VirtualTimer timer, int setting, TimeSpan dueTime)
    {
        lock (_lock)
            if (dueTime >= TimeSpan.Zero)
                _due.Enqueue((timer, setting), (_now + dueTime.Ticks, _number++));
    }

    /// <summary>Moves to the next timer that is due and rings it.</summary>
    /// <returns>Whether there was one, not later than <paramref name="end"/>.</returns>
    internal bool Advance(TimeSpan? end = null)
    {
        while (true)
        {
            VirtualTimer timer;
            int setting;
            lock (_lock)
            {
                if (!_due.TryPeek(out (VirtualTimer Timer, int Setting) next, out (long Due, long Number) key) || key.Due > end?.Ticks)
                {
                    if (end is { } stop)
                        Interlocked.Exchange(ref _now, Math.Max(_now, stop.Ticks));
                    return false;
                }

                _due.Dequeue();
                (timer, setting) = next;
                if (!timer.IsSet(setting))
                    continue;
                Interlocked.Exchange(ref _now, Math.Max(_now, key.Due));
            }

            if (timer.Ring(setting))
                return true;
        }
    }

    /// <summary>Lets everything happen that is due within a time.</summary>
    internal void Pass(TimeSpan time)
    {
        TimeSpan end = Elapsed + time;
        while (Advance(end))
        {
        }
    }
}
