namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A timer of a <see cref="ManualTime"/>; rings once.</summary>
internal sealed class ManualTimer(ManualTime time, Action ring) : ITimer
{
    internal DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + dueTime;
        return true;
    }

    public void Dispose() => time.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Ring() => ring();
}
