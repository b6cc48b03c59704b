namespace KlaviyoLinq.Tests.Loopback;

/// <summary>A timer of a <see cref="ManualTime"/>; rings once for each time it is set.</summary>
internal sealed class ManualTimer(ManualTime time, Action ring) : ITimer
{
    public bool Change(TimeSpan dueTime, TimeSpan period) => time.Set(this, dueTime);

    public void Dispose() => time.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Due time, kept by the clock; the maximum value when the timer is stopped.</summary>
    internal DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

    internal bool IsDisposed { get; set; }

    internal void Ring() => ring();
}
