namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A clock that a test moves.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Number of timers, running or stopped.</summary>
    internal int Waiting
    {
        get
        {
            lock (_lock)
                return _timers.Count;
        }
    }

    /// <summary>Number of running timers.</summary>
    internal int Running
    {
        get
        {
            lock (_lock)
                return _timers.Count(timer => timer.Due < DateTimeOffset.MaxValue);
        }
    }

    /// <summary>Moves the clock and rings what is due.</summary>
    internal void Advance(TimeSpan span)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += span;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (ManualTimer timer in due)
            timer.Ring();
    }

    /// <summary>Waits until a caller waits for exactly this long, so that a test moves the clock neither too early nor for another caller.</summary>
    internal async Task WaitedForAsync(TimeSpan span) => await WaitAsync(wait => wait == span);

    /// <summary>Waits until a caller waits for less than this, and returns for how long.</summary>
    internal Task<TimeSpan> NextWaitAsync(TimeSpan under) => WaitAsync(wait => wait < under);

    private async Task<TimeSpan> WaitAsync(Predicate<TimeSpan> isMeant)
    {
        TimeSpan? found = null;
        await Patience.UntilAsync(() => (found = Find(isMeant)) is not null, text: "a timer is set for the wait that the test is about");
        return found!.Value;
    }

    private TimeSpan? Find(Predicate<TimeSpan> isMeant)
    {
        lock (_lock)
        {
            foreach (ManualTimer timer in _timers)
            {
                if (isMeant(timer.Due - _now))
                    return timer.Due - _now;
            }
        }

        return null;
    }

    /// <summary>Sets a timer, which may have rung before.</summary>
    internal bool Set(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            if (timer.IsDisposed)
                return false;
            timer.Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + dueTime;
            if (!_timers.Contains(timer))
                _timers.Add(timer);
            return true;
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            _timers.Remove(timer);
        }
    }
}
