namespace KlaviyoLinq.Emulator.Clocks;

/// <summary>
/// A timer of a clock that runs at a speed of its own: it asks the clock below for a shorter or longer wait, and looks again when that is over.
/// </summary>
internal sealed class VirtualTimer : ITimer
{
    // The longest wait that the system's timers take is a little more.
    private static readonly TimeSpan _longestWait = TimeSpan.FromDays(40);

    private readonly Lock _lock = new();
    private readonly Action _callback;
    private readonly Func<long> _now;
    private readonly double _speed;
    private readonly Action<VirtualTimer> _forget;
    private readonly ITimer _below;
    private long? _due;
    private long _period;

    /// <param name="callback">What happens when the time has come.</param>
    /// <param name="now">The clock's time in ticks.</param>
    /// <param name="speed">How fast it runs; 0 when it stands.</param>
    /// <param name="basis">The clock below.</param>
    /// <param name="forget">Told when the timer is not needed any more.</param>
    internal VirtualTimer(Action callback, Func<long> now, double speed, TimeProvider basis, Action<VirtualTimer> forget)
    {
        _callback = callback;
        _now = now;
        _speed = speed;
        _forget = forget;
        _below = basis.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _now() + dueTime.Ticks;
            _period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
            return Arm();
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _due = null;
        _below.Dispose();
        _forget(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for the moment that is due, as far as it is from now.</summary>
    internal bool Arm()
    {
        lock (_lock)
            return _below.Change(Wait(), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Wait()
    {
        if (_due is not { } due)
            return Timeout.InfiniteTimeSpan;
        long left = due - _now();
        if (left <= 0)
            return TimeSpan.Zero;
        if (_speed == 0)
            return Timeout.InfiniteTimeSpan;
        double milliseconds = Math.Ceiling(left / _speed / TimeSpan.TicksPerMillisecond);
        return milliseconds < _longestWait.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : _longestWait;
    }

    private void Tick()
    {
        lock (_lock)
        {
            bool early = _due is not { } due || _now() < due;
            if (!early)
                _due = _period > 0 ? _due + _period : null;
            Arm();
            if (early)
                return;
        }
        _callback();
    }
}
