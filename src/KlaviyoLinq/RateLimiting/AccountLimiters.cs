using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// The limiters of every account that this process asks: two contexts with the same key and base address wait in one row. There is one of these for each clock.
/// An account that has been idle is forgotten, so that a process that asks ever new accounts does not grow.
/// </summary>
internal sealed class AccountLimiters(TimeProvider time) : PartitionedRateLimiter<KlaviyoCall>
{
    /// <summary>As long as an account is remembered after its last request, if nothing else speaks for it: what was learned of its limits stays.</summary>
    private static readonly TimeSpan _remembered = TimeSpan.FromMinutes(10);

    private const int FewAccounts = 64;

    private static readonly ConditionalWeakTable<TimeProvider, AccountLimiters> _ofClocks = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccountLimiter> _accounts = new(StringComparer.Ordinal);
    private int _many = FewAccounts;

    /// <summary>How many accounts are remembered.</summary>
    internal int Count
    {
        get
        {
            lock (_lock)
                return _accounts.Count;
        }
    }

    internal static AccountLimiters Of(TimeProvider time) => _ofClocks.GetValue(time, static clock => new AccountLimiters(clock));

    public override RateLimiterStatistics? GetStatistics(KlaviyoCall resource) => Find(resource.Account).GetStatistics(resource);

    internal IReadOnlyList<KlaviyoRateLimitState> Describe(string account)
    {
        lock (_lock)
            return _accounts.TryGetValue(account, out AccountLimiter? limiter) ? limiter.Describe() : [];
    }

    /// <summary>Waits for a permit on terms.</summary>
    /// <returns>The permit, or a refusal with the wait that the request does not accept.</returns>
    internal ValueTask<RateLimitLease> AcquireAsync(KlaviyoCall call, PermitRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<RateLimitLease>(cancellationToken);

        // Under the lock, so that the account is not forgotten between being found and being used; waiting happens outside.
        lock (_lock)
        {
            AccountLimiter account = Find(call.Account);
            return account.Acquire(account.Find(call, request.IsPaced), 1, request, cancellationToken);
        }
    }

    protected override RateLimitLease AttemptAcquireCore(KlaviyoCall resource, int permitCount)
    {
        lock (_lock)
            return Find(resource.Account).AttemptAcquire(resource, permitCount);
    }

    // Under the lock, so that the account is not forgotten between being found and being used; waiting happens outside.
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(KlaviyoCall resource, int permitCount, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Find(resource.Account).AcquireAsync(resource, permitCount, cancellationToken);
    }

    private AccountLimiter Find(string account)
    {
        lock (_lock)
        {
            if (_accounts.TryGetValue(account, out AccountLimiter? limiter))
                return limiter;
            if (_accounts.Count >= _many)
                ForgetIdle();
            _accounts.Add(account, limiter = new AccountLimiter(time));
            return limiter;
        }
    }

    /// <summary>Looking at all accounts costs more the more there are, and so it is done when they have doubled.</summary>
    private void ForgetIdle()
    {
        foreach ((string name, AccountLimiter limiter) in _accounts)
            if (limiter.TryRetire(_remembered))
                _accounts.Remove(name);
        _many = Math.Max(FewAccounts, 2 * _accounts.Count);
    }
}
