using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>A clock on which waits of up to a minute are over at once, and deadlines come when a server lets the time pass.</summary>
internal sealed class AcceleratedTime(ManualTime time) : TimeProvider
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => time.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = time.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= _patience)
            ThreadPool.QueueUserWorkItem(_ => time.Advance(dueTime));
        return timer;
    }
}
