namespace KlaviyoLinq.Retrying;

/// <summary>
/// Deadline of one exchange, with all of its attempts and the waits between them. Waiting for a permit does not count: <see cref="PausedAsync"/>
/// stops the clock.
/// </summary>
internal sealed class ExchangeDeadline : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _alarm;
    private readonly CancellationTokenSource _either;
    private TimeSpan _spent;
    private long? _since;

    internal ExchangeDeadline(TimeSpan total, TimeProvider time, CancellationToken usersToken)
    {
        Total = total;
        _time = time;
        _since = time.GetTimestamp();
        _alarm = new CancellationTokenSource(total, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(usersToken, _alarm.Token);
    }

    internal TimeSpan Total { get; }

    /// <summary>The token that the user cancels, or the end of the time.</summary>
    internal CancellationToken Token => _either.Token;

    internal bool HasPassed => _alarm.IsCancellationRequested;

    /// <summary>Returns whether a wait ends before the time is up.</summary>
    internal bool Allows(TimeSpan wait) => Total == Timeout.InfiniteTimeSpan || Spent + wait < Total;

    private TimeSpan Spent => _since is { } since ? _spent + _time.GetElapsedTime(since) : _spent;

    /// <summary>Stops the clock during a wait that does not count.</summary>
    /// <param name="wait">The wait. Its token is that of the deadline.</param>
    internal async Task<T> PausedAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        _spent = Spent;
        _since = null;
        _alarm.CancelAfter(Timeout.InfiniteTimeSpan);
        try
        {
            return await wait(Token).ConfigureAwait(false);
        }
        finally
        {
            _since = _time.GetTimestamp();
            if (Total != Timeout.InfiniteTimeSpan)
                _alarm.CancelAfter(Total > _spent ? Total - _spent : TimeSpan.Zero);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _alarm.Dispose();
    }
}
