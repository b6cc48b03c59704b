using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Limiter of an operation, or of an operation and what is expensive in it: an exact sliding log with a guard. A permit is taken from all limits at
/// once, so that no request holds one while it waits for another.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="limits">The limits that its requests count against.</param>
/// <param name="isPaced">Whether its requests go in an even stream.</param>
internal sealed class RouteLimiter(AccountLimiter account, IReadOnlyList<LimitLog> limits, bool isPaced = false) : RateLimiter
{
    private long _granted;
    private bool _isDisposed;

    internal IReadOnlyList<LimitLog> Limits => limits;

    /// <summary>The requests that wait.</summary>
    internal FairQueue Queue { get; } = new(limits[0].LargeRuns);

    /// <summary>The time since the last request; null while a request is counted or waits.</summary>
    public override TimeSpan? IdleDuration => account.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => account.Locked(now => new RateLimiterStatistics
    {
        CurrentAvailablePermits = limits.SelectMany(limit => limit.Describe(now, 0).Windows)
            .Select(window => (long)window.Remaining!).DefaultIfEmpty(long.MaxValue).Min(),
        CurrentQueuedCount = Queue.Count,
        TotalSuccessfulLeases = _granted,
    });

    /// <summary>Returns when a request may be sent, as far as is known now.</summary>
    internal long OpensAt(long now) => limits.Max(limit => isPaced ? Math.Max(limit.OpensAt(now), limit.PacedAt) : limit.OpensAt(now));

    /// <summary>Returns for how long a <c>Retry-After</c> or a window of more than a minute blocks all requests; null when neither does.</summary>
    internal TimeSpan? ClosedFor(long now) => limits.Max(limit => limit.ClosedFor(now));

    /// <summary>Grants a request its permit, under the account's lock.</summary>
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
            : account.Acquire(this, permitCount, PermitRequest.Alone(), cancellationToken);
    }

    // The base class would leave waiting requests in the queue for ever.
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
