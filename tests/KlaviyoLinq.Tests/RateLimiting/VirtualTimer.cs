namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>A timer of a <see cref="VirtualClock"/>; rings once for each time it is set.</summary>
internal sealed class VirtualTimer(VirtualClock clock, Action ring) : ITimer
{
    private int _setting;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, Interlocked.Increment(ref _setting), dueTime);
        return true;
    }

    public void Dispose() => Interlocked.Increment(ref _setting);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal bool IsSet(int setting) => Volatile.Read(ref _setting) == setting;

    /// <summary>Rings, unless another thread has set the timer anew.</summary>
    /// <returns>Whether it rang.</returns>
    internal bool Ring(int setting)
    {
        if (Interlocked.CompareExchange(ref _setting, setting + 1, setting) != setting)
            return false;
        ring();
        return true;
    }
}
