using System.Net;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// The limiters of one account, which share a lock, a clock and a timer: one for each operation and what is dear in it. Whoever waits is let go by whoever makes
/// room: an answer, a cancellation, or the timer.
/// </summary>
internal sealed class AccountLimiter(TimeProvider time) : PartitionedRateLimiter<KlaviyoCall>
{
    /// <summary>How long to send nothing after a refusal that does not say how long: the shortest window.</summary>
    private static readonly TimeSpan _shortestWait = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<string, LimitLog> _limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RouteLimiter> _routes = new(StringComparer.Ordinal);
    private ITimer? _timer;
    private long _waited;
    private long _lastUse;
    private bool _isRetired;

    internal TimeSpan? IdleDuration => Locked(now => IsIdle(now) ? TimeSpan.FromTicks(now - _lastUse) : (TimeSpan?)null);

    private long Now => time.GetElapsedTime(_start).Ticks;

    public override RateLimiterStatistics? GetStatistics(KlaviyoCall resource) => Find(resource).GetStatistics();

    /// <summary>The limiter of a call.</summary>
    internal RouteLimiter Find(KlaviyoCall call)
    {
        lock (_lock)
        {
            string route = string.Join('\n', call.Limits.Select(limit => limit.Name));
            if (!_routes.TryGetValue(route, out RouteLimiter? limiter))
                _routes.Add(route, limiter = new RouteLimiter(this, [.. call.Limits.Select(Find)]));
            return limiter;
        }
    }

    /// <summary>Every limit that has been used, as it stands.</summary>
    internal IReadOnlyList<KlaviyoRateLimitState> Describe() => Locked(now => (IReadOnlyList<KlaviyoRateLimitState>)[.. _limits.Values
        .OrderBy(limit => limit.Name, StringComparer.Ordinal)
        .Select(limit => limit.Describe(now, _routes.Values.Where(route => route.Limits.Contains(limit)).Sum(route => route.Waiters.Count)))]);

    internal RateLimitLease Attempt(RouteLimiter route, int permits)
    {
        lock (_lock)
        {
            long now = Now;
            _lastUse = now;
            if (_isRetired || route.Waiters.Count > 0 || route.OpensAt(now) > now)
                return Leave.Refused;
            return permits == 0 ? Leave.Granted : route.Pass(now);
        }
    }

    internal ValueTask<RateLimitLease> Acquire(RouteLimiter route, int permits, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isRetired, this);
            if (Attempt(route, permits) is { IsAcquired: true } lease)
                return new(lease);
            if (permits == 0)
                return new(Leave.Refused);
            waiter = new Waiter(_waited++);
            LinkedListNode<Waiter> place = route.Waiters.AddLast(waiter);
            waiter.Cancellation = cancellationToken.UnsafeRegister((_, token) => Cancel(route, place, token), null);
            Pump();
        }

        return new(waiter.Turn.Task);
    }

    internal void Send(Permit permit)
    {
        lock (_lock)
            for (int i = 0; i < permit.Limits.Count; i++)
                permit.Limits[i].Send(permit.Passages[i], Now);
    }

    internal void TakeBack(Permit permit)
    {
        lock (_lock)
        {
            for (int i = 0; i < permit.Limits.Count; i++)
                permit.Limits[i].TakeBack(permit.Passages[i]);
            Pump();
        }
    }

    internal IReadOnlyList<(string Name, TimeSpan Length, int? Known, int Told)> Answer(Permit permit, KlaviyoRateLimitAnswer answer)
    {
        lock (_lock)
        {
            long now = Now;
            _lastUse = now;
            for (int i = 0; i < permit.Limits.Count; i++)
                permit.Limits[i].Answer(permit.Passages[i], now);

            // What is dear is what ran out, as a rule; if it was the operation itself, the next plain request is told so.
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                permit.Limits[^1].Block(now + (answer.RetryAfter ?? _shortestWait).Ticks);
            IReadOnlyList<(string, TimeSpan, int?, int)> news = answer.Windows.Count == 0 ? [] : Lesson.Of(permit, answer.Windows, now);
            Pump();
            return news;
        }
    }

    /// <summary>Ends the waiting of all who wait for a route.</summary>
    internal void SendAway(RouteLimiter route)
    {
        lock (_lock)
        {
            foreach (Waiter waiter in route.Waiters)
            {
                waiter.Cancellation.Unregister();
                waiter.Turn.TrySetException(new ObjectDisposedException(nameof(RateLimiter)));
            }

            route.Waiters.Clear();
        }
    }

    /// <summary>Closes the account if it holds nothing and has not been used for a while.</summary>
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

    // What the base class does here leaves those who wait waiting.
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

    private LimitLog Find(KlaviyoRateLimit limit)
    {
        if (!_limits.TryGetValue(limit.Name, out LimitLog? log))
            _limits.Add(limit.Name, log = new LimitLog(limit));
        return log;
    }

    private bool IsIdle(long now) => _routes.Values.All(route => route.Waiters.Count == 0) && _limits.Values.All(limit => limit.IsIdle(now));

    private void Cancel(RouteLimiter route, LinkedListNode<Waiter> place, CancellationToken token)
    {
        lock (_lock)
        {
            if (place.List is null)
                return;
            route.Waiters.Remove(place);
            place.Value.Turn.TrySetCanceled(token);
            Pump();
        }
    }

    /// <summary>Lets everybody go for whom there is room, whoever came first before the others, and sets the timer for the next.</summary>
    private void Pump()
    {
        while (true)
        {
            long now = Now;
            long next = long.MaxValue;
            RouteLimiter? first = null;
            foreach (RouteLimiter route in _routes.Values)
            {
                if (route.Waiters.First is not { } head)
                    continue;
                long opens = route.OpensAt(now);
                next = Math.Min(next, opens);
                if (opens <= now && (first is null || head.Value.Number < first.Waiters.First!.Value.Number))
                    first = route;
            }

            if (first is null)
            {
                Ring(next - now, next < long.MaxValue);
                return;
            }

            Waiter waiter = first.Waiters.First!.Value;
            first.Waiters.RemoveFirst();
            waiter.Cancellation.Unregister();
            waiter.Turn.TrySetResult(first.Pass(now));
        }
    }

    /// <summary>Timers ring in whole milliseconds, and must not ring too early.</summary>
    private void Ring(long wait, bool isNeeded)
    {
        TimeSpan due = isNeeded ? TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(TimeSpan.FromTicks(wait).TotalMilliseconds), int.MaxValue)) : Timeout.InfiniteTimeSpan;
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
