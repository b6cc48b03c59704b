namespace KlaviyoLinq.Exchanges;

/// <summary>
/// Token of an attempt whose answer is awaited for a while after its end was requested, because what is on the wire cannot be taken back. Where nothing was
/// sent yet, it is cancelled at once.
/// </summary>
internal sealed class AnswerGrace : IDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly TimeSpan _length;
    private readonly Func<bool> _isOnWire;
    private readonly CancellationTokenRegistration _byCaller;
    private readonly CancellationTokenRegistration _byContext;
    private int _hasBegun;

    /// <param name="length">The time for which the answer is awaited.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isOnWire">Returns whether the request may have been sent.</param>
    /// <param name="caller">The token of the caller and of the deadline.</param>
    /// <param name="context">The token that is cancelled when the context is disposed.</param>
    internal AnswerGrace(TimeSpan length, TimeProvider time, Func<bool> isOnWire, CancellationToken caller, CancellationToken context)
    {
        (_length, _isOnWire) = (length, isOnWire);
        _end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _byCaller = caller.UnsafeRegister(static state => ((AnswerGrace)state!).Begin(), this);
        _byContext = context.UnsafeRegister(static state => ((AnswerGrace)state!).Begin(), this);
    }

    /// <summary>The token that ends the attempt.</summary>
    internal CancellationToken Token => _end.Token;

    // First, so that a cancellation that is under way has ended before its source is disposed.
    public void Dispose()
    {
        _byCaller.Dispose();
        _byContext.Dispose();
        _end.Dispose();
    }

    // A second reason to end does not prolong the first one's time.
    private void Begin()
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) != 0)
            return;
        if (_length == TimeSpan.Zero || !_isOnWire())
            _end.Cancel();
        else
            _end.CancelAfter(_length);
    }
}
