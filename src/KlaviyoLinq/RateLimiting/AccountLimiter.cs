using System.Net;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Limiters of one account, which share a lock, a clock and a timer: one for each operation and what is expensive in it. A permit is granted by the event that
/// makes it available: an answer, a cancellation, or the timer. Runs take turns, whatever context they belong to (<see cref="FairQueue"/>).
/// </summary>
internal sealed class AccountLimiter(TimeProvider time) : PartitionedRateLimiter<KlaviyoCall>
{
    /// <summary>The wait after a 429 without <c>Retry-After</c>: the shortest window.</summary>
    private static readonly TimeSpan _shortestWait = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Last sequence number of an arrival or a permit. The process has one sequence: a run can outlive the limiters of its account, and compares its
    /// turns with those of the next ones.
    /// </summary>
    private static long _sequence;

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<string, LimitLog> _limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RouteLimiter> _routes = new(StringComparer.Ordinal);
    private ITimer? _timer;
    private long _lastUse;
    private bool _isRetired;

    internal TimeSpan? IdleDuration => Locked(now => IsIdle(now) ? TimeSpan.FromTicks(now - _lastUse) : (TimeSpan?)null);

    private long Now => time.GetElapsedTime(_start).Ticks;

    public override RateLimiterStatistics? GetStatistics(KlaviyoCall resource) => Find(resource).GetStatistics();

    /// <summary>Returns the limiter of a call.</summary>
    internal RouteLimiter Find(KlaviyoCall call, bool isPaced = false)
    {
        lock (_lock)
        {
            string route = (isPaced ? "paced\n" : "") + string.Join('\n', call.Limits.Select(limit => limit.Name));
            if (!_routes.TryGetValue(route, out RouteLimiter? limiter))
                _routes.Add(route, limiter = new RouteLimiter(this, [.. call.Limits.Select(Find)], isPaced));
            return limiter;
        }
    }

    /// <summary>Returns the current state of every limit that has been used.</summary>
    internal IReadOnlyList<KlaviyoRateLimitState> Describe() => Locked(now => (IReadOnlyList<KlaviyoRateLimitState>)[.. _limits.Values
        .OrderBy(limit => limit.Name, StringComparer.Ordinal)
        .Select(limit => limit.Describe(now, _routes.Values.Where(route => route.Limits.Contains(limit)).Sum(route => route.Queue.Count)))]);

    internal RateLimitLease Attempt(RouteLimiter route, int permits) => Attempt(route, permits, new RunTurn());

    /// <summary>Waits for a permit.</summary>
    /// <returns>The permit, or a refusal where the wait would be longer than the request accepts.</returns>
    internal ValueTask<RateLimitLease> Acquire(RouteLimiter route, int permits, PermitRequest request, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isRetired, this);
            if (Attempt(route, permits, request.Turn) is { IsAcquired: true } lease)
                return new(lease);
            if (permits == 0)
                return new(PermitLease.Refused);
            waiter = new Waiter(request, Next());
            route.Queue.Add(waiter);
            waiter.Cancellation = cancellationToken.UnsafeRegister((_, token) => Cancel(route, waiter, token), null);
            Pump();
        }

        return new(waiter.Turn.Task);
    }

    internal void Send(Permit permit)
    {
        lock (_lock)
            for (int i = 0; i < permit.Limits.Count; i++)
                permit.Limits[i].Send(permit.Requests[i], Now);
    }

    internal void TakeBack(Permit permit)
    {
        lock (_lock)
        {
            for (int i = 0; i < permit.Limits.Count; i++)
                permit.Limits[i].TakeBack(permit.Requests[i]);
            Pump();
        }
    }

    internal IReadOnlyList<LimitNotice> Answer(Permit permit, KlaviyoRateLimitAnswer answer)
    {
        lock (_lock)
        {
            long now = Now;
            _lastUse = now;
            for (int i = 0; i < permit.Limits.Count; i++)
                permit.Limits[i].Answer(permit.Requests[i], now);

            // Usually the limit of the expensive part has run out. If it was the operation's own, the next plain request is refused as well.
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                permit.Limits[^1].Block(now + BlockOf(answer).Ticks);
                foreach (LimitLog limit in permit.Limits)
                    limit.Refuse();
            }

            IReadOnlyList<LimitNotice> news = answer.Windows.Count == 0 ? [] : ReportedLimits.Of(permit, answer.Windows, now);
            Pump();
            return news;
        }
    }

    /// <summary>Returns for how long nothing is sent after a 429: the <c>Retry-After</c>, as far as a rate-limit window can last that long.</summary>
    internal static TimeSpan BlockOf(KlaviyoRateLimitAnswer answer) => answer.RetryAfter is { } wait && wait <= LimitLog.LongestWindow ? wait : _shortestWait;

    /// <summary>Ends the waits of all requests of a route.</summary>
    internal void SendAway(RouteLimiter route)
    {
        lock (_lock)
        {
            foreach (Waiter waiter in route.Queue.TakeAll())
            {
                waiter.Cancellation.Unregister();
                waiter.Turn.TrySetException(new ObjectDisposedException(nameof(RateLimiter)));
            }
        }
    }

    /// <summary>Retires the limiters of an account that are idle and have not been used for a while.</summary>
    internal bool TryRetire(TimeSpan unused)
    {
        lock (_lock)
        {
            long now = Now;
            if (now - _lastUse < unused.Ticks || !IsIdle(now))
                return false;
            _timer?.Dispose();
            return _isRetired = true;
        }
    }

    internal T Locked<T>(Func<long, T> read)
    {
        lock (_lock)
            return read(Now);
    }

    protected override RateLimitLease AttemptAcquireCore(KlaviyoCall resource, int permitCount) => Find(resource).AttemptAcquire(permitCount);

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(KlaviyoCall resource, int permitCount, CancellationToken cancellationToken) =>
        Find(resource).AcquireAsync(permitCount, cancellationToken);

    // The base class would leave waiting requests in the queue for ever.
    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(disposing: true);
        return ValueTask.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        lock (_lock)
        {
            _isRetired = true;
            _timer?.Dispose();
            foreach (RouteLimiter route in _routes.Values)
                route.Dispose();
        }
    }

    private static long Next() => Interlocked.Increment(ref _sequence);

    private LimitLog Find(KlaviyoRateLimit limit)
    {
        if (!_limits.TryGetValue(limit.Name, out LimitLog? log))
            _limits.Add(limit.Name, log = new LimitLog(limit));
        return log;
    }

    private bool IsIdle(long now) => _routes.Values.All(route => route.Queue.Count == 0) && _limits.Values.All(limit => limit.IsIdle(now));

    private RateLimitLease Attempt(RouteLimiter route, int permits, RunTurn turn)
    {
        lock (_lock)
        {
            // Requests that already wait come first, also those of other routes with the same limits.
            Pump();
            long now = Now;
            _lastUse = now;
            if (_isRetired || route.Queue.Count > 0 || route.OpensAt(now) > now)
                return PermitLease.Refused;
            if (permits == 0)
                return PermitLease.Granted;
            route.Queue.Serve(turn, Next());
            return route.Pass(now);
        }
    }

    private void Cancel(RouteLimiter route, Waiter waiter, CancellationToken token)
    {
        lock (_lock)
        {
            if (!route.Queue.Remove(waiter))
                return;
            waiter.Turn.TrySetCanceled(token);
            Pump();
        }
    }

    /// <summary>
    /// Grants every permit that is available, to one run after the other, refuses requests that would wait for too long, and sets the timer for the
    /// next.
    /// </summary>
    private void Pump()
    {
        while (true)
        {
            long now = Now;
            long next = long.MaxValue;
            RouteLimiter? first = null;
            foreach (RouteLimiter route in _routes.Values)
            {
                if (route.Queue.Count > 0 && route.ClosedFor(now) is { } closed)
                    Refuse(route, closed);
                if (route.Queue.NextTurn is not { } turn)
                    continue;
                long opens = route.OpensAt(now);
                next = Math.Min(next, opens);
                if (opens <= now && (first is null || turn < first.Queue.NextTurn))
                    first = route;
            }

            if (first is null)
            {
                Ring(next - now, next < long.MaxValue);
                return;
            }

            Waiter waiter = first.Queue.Take(Next());
            waiter.Cancellation.Unregister();
            waiter.Turn.TrySetResult(first.Pass(now));
        }
    }

    private static void Refuse(RouteLimiter route, TimeSpan closed)
    {
        foreach (Waiter waiter in route.Queue.TakeImpatient(closed))
        {
            waiter.Cancellation.Unregister();
            waiter.Turn.TrySetResult(PermitLease.RefusedFor(closed));
        }
    }

    /// <summary>Sets the timer. Timers have whole milliseconds, and must not fire too early.</summary>
    private void Ring(long wait, bool isNeeded)
    {
        TimeSpan due = isNeeded
            ? TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(TimeSpan.FromTicks(wait).TotalMilliseconds), int.MaxValue))
            : Timeout.InfiniteTimeSpan;
        if (_timer is not null)
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        else if (isNeeded)
            _timer = time.CreateTimer(static state => ((AccountLimiter)state!).Wake(), this, due, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock)
            if (!_isRetired)
                Pump();
    }
}
