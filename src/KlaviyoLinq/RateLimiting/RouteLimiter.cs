using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// The limiter of an operation, or of an operation and what is dear in it: an exact sliding log with a guard. Who waits goes in the order in which they came. A
/// permit is taken from all limits at once, so that nobody holds one while waiting for another.
/// </summary>
internal sealed class RouteLimiter(AccountLimiter account, IReadOnlyList<LimitLog> limits) : RateLimiter
{
    private long _granted;
    private bool _isDisposed;

    internal IReadOnlyList<LimitLog> Limits => limits;

    /// <summary>Who waits, first come first.</summary>
    internal LinkedList<Waiter> Waiters { get; } = [];

    /// <summary>How long nothing has been counted or waited for; null while there is something.</summary>
    public override TimeSpan? IdleDuration => account.IdleDuration;

    /// <summary>How long Klaviyo has asked to send nothing; null when it has not.</summary>
    internal TimeSpan? BlockedFor => account.Locked(now => limits.Max(limit => limit.BlockedFor(now)));

    public override RateLimiterStatistics? GetStatistics() => account.Locked(now => new RateLimiterStatistics
    {
        CurrentAvailablePermits = limits.SelectMany(limit => limit.Describe(now, 0).Windows).Select(window => (long)window.Remaining!).DefaultIfEmpty(long.MaxValue).Min(),
        CurrentQueuedCount = Waiters.Count,
        TotalSuccessfulLeases = _granted,
    });

    /// <summary>When a request may pass, as far as is known now.</summary>
    internal long OpensAt(long now) => limits.Max(limit => limit.OpensAt(now));

    /// <summary>Lets a request pass, under the account's lock.</summary>
    internal Permit Pass(long now)
    {
        _granted++;
        return new Permit(account, limits, [.. limits.Select(limit => limit.Pass(now))]);
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        Check(permitCount);
        return account.Attempt(this, permitCount);
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Check(permitCount);
        return cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<RateLimitLease>(cancellationToken)
            : account.Acquire(this, permitCount, cancellationToken);
    }

    // What the base class does here leaves those who wait waiting.
    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _isDisposed)
            return;
        _isDisposed = true;
        account.SendAway(this);
    }

    private void Check(int permitCount)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, 1);
    }
}
