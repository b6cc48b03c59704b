namespace KlaviyoLinq.Retrying;

/// <summary>
/// The time that one page has, with all of its attempts and the waits between them. The wait for a free rate-limit window does not count: whoever
/// stands in that queue is not late, and <see cref="PausedAsync"/> stops the clock there.
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

    /// <summary>Cancelled by the user or when the time is up.</summary>
    internal CancellationToken Token => _either.Token;

    internal bool HasPassed => _alarm.IsCancellationRequested;

    /// <summary>Whether a wait ends before the time is up.</summary>
    internal bool Allows(TimeSpan wait) => Total == Timeout.InfiniteTimeSpan || Spent + wait < Total;

    private TimeSpan Spent => _since is { } since ? _spent + _time.GetElapsedTime(since) : _spent;

    /// <summary>Lets the clock stand still while a wait lasts that is not the page's own.</summary>
    /// <param name="wait">The wait. It gets the token to stop at.</param>
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
