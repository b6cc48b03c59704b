using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>A limiter of a user's own that records its calls and the reports to it. Lets one request at a time through.</summary>
internal sealed class ObservingLimiter : PartitionedRateLimiter<KlaviyoCall>, IKlaviyoRateLimitObserver
{
    private readonly ConcurrencyLimiter _inner = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 });
    private readonly ConcurrentQueue<KlaviyoCall> _calls = new();
    private readonly ConcurrentQueue<(KlaviyoCall Call, KlaviyoRateLimitAnswer Answer)> _reported = new();

    internal IReadOnlyList<KlaviyoCall> Calls => [.. _calls];

    internal IReadOnlyList<(KlaviyoCall Call, KlaviyoRateLimitAnswer Answer)> Observed => [.. _reported];

    /// <summary>Number of waiting requests.</summary>
    internal long Queued => _inner.GetStatistics()!.CurrentQueuedCount;

    /// <summary>Number of available permits: 1 unless a lease is held.</summary>
    internal long Free => _inner.GetStatistics()!.CurrentAvailablePermits;

    public override RateLimiterStatistics? GetStatistics(KlaviyoCall resource) => _inner.GetStatistics();

    public void Observe(KlaviyoCall call, KlaviyoRateLimitAnswer answer) => _reported.Enqueue((call, answer));

    protected override RateLimitLease AttemptAcquireCore(KlaviyoCall resource, int permitCount) => throw new NotSupportedException("The library waits.");

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(KlaviyoCall resource, int permitCount, CancellationToken cancellationToken)
    {
        permitCount.Should().Be(1);
        _calls.Enqueue(resource);
        return _inner.AcquireAsync(permitCount, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
    }
}
