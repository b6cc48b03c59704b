using KlaviyoLinq.Emulator.Clocks;

namespace KlaviyoLinq.Emulator;

/// <summary>
/// A clock for emulators that runs faster or slower than real time, or stands still, and can be moved forward: a minute of rate limits passes in a second,
/// or when the test says so. Set it as <see cref="KlaviyoEmulatorOptions.TimeProvider"/>; give the client under test the same one, so that both agree
/// on the time.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<VirtualTimer> _timers = [];
    private readonly TimeProvider _basis;
    private readonly long _basisStart;
    private readonly DateTimeOffset _start;
    private long _advanced;

    private EmulatorClock(double speed, DateTimeOffset? start, TimeProvider? basis)
    {
        Speed = speed;
        _basis = basis ?? System;
        _basisStart = _basis.GetTimestamp();
        _start = start ?? _basis.GetUtcNow();
    }

    /// <summary>Gets the speed as a multiple of the underlying clock's; 0 when the clock stands still.</summary>
    public double Speed { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>A clock that runs some times as fast as another.</summary>
    /// <param name="speed">How many times: 60 makes a minute of a second.</param>
    /// <param name="start">What time it is at first; null for the other clock's.</param>
    /// <param name="basis">The other clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is not positive.</exception>
    public static EmulatorClock Scaled(double speed, DateTimeOffset? start = null, TimeProvider? basis = null)
    {
        if (!(speed > 0) || !double.IsFinite(speed))
            throw new ArgumentOutOfRangeException(
                nameof(speed), speed, "The speed must be positive. For a clock that stands still, use EmulatorClock.Standing().");
        return new EmulatorClock(speed, start, basis);
    }

    /// <summary>A clock that stands still until it is moved forward with <see cref="Advance"/>.</summary>
    /// <param name="start">What time it is at first; null for now.</param>
    public static EmulatorClock Standing(DateTimeOffset? start = null) => new(0, start, null);

    /// <summary>Moves the clock forward. What was waiting for a moment that has now passed continues.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time span is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _advanced, by.Ticks);
        VirtualTimer[] timers;
        lock (_lock)
            timers = [.. _timers];
        foreach (VirtualTimer timer in timers)
            timer.Arm();
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _start + TimeSpan.FromTicks(GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)(_basis.GetElapsedTime(_basisStart).Ticks * Speed) + Interlocked.Read(ref _advanced);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        // A clock that stands has nothing below it that could wake a timer later, but what is due at once still goes off on a thread of the pool.
        VirtualTimer timer = new(() => callback(state), GetTimestamp, Speed, Speed > 0 ? _basis : System, Forget);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Forget(VirtualTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }
}
