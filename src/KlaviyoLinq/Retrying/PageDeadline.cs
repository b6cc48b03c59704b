namespace KlaviyoLinq.Retrying;

/// <summary>
/// The time that one page has, with all of its attempts and the waits between them. The wait for a free rate-limit window does not count: whoever
/// stands in that queue is not late, and <see cref="Pause"/> stops the clock there.
/// </summary>
internal sealed class PageDeadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _alarm;
    private readonly CancellationTokenSource _either;
    private TimeSpan _spent;
    private long _since;

    internal PageDeadline(TimeSpan total, TimeProvider time, CancellationToken usersToken)
    {
        Total = total;
        _time = time;
        _since = time.GetTimestamp();
        _alarm = new CancellationTokenSource(total, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(usersToken, _alarm.Token);
    }

    internal TimeSpan Total { get; }

    /// <summary>Cancelled by the user or when the time is up.</summary>
    internal CancellationToken Token => _either.Token;

    internal bool HasPassed => _alarm.IsCancellationRequested;

    /// <summary>Whether a wait ends before the time is up.</summary>
    internal bool Allows(TimeSpan wait) => Total == Timeout.InfiniteTimeSpan || Spent + wait < Total;

    private TimeSpan Spent => _spent + _time.GetElapsedTime(_since);

    /// <summary>Stops the clock until <see cref="Resume"/>.</summary>
    internal void Pause()
    {
        _spent = Spent;
        _alarm.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the clock go on after <see cref="Pause"/>.</summary>
    internal void Resume()
    {
        _since = _time.GetTimestamp();
        if (Total != Timeout.InfiniteTimeSpan)
            _alarm.CancelAfter(Total > _spent ? Total - _spent : TimeSpan.Zero);
    }

    public void Dispose()
    {
        _either.Dispose();
        _alarm.Dispose();
    }
}
