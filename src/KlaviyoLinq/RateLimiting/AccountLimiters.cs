using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Limiters of all accounts of this process. Contexts with the same key and base address share one. There is one instance for each clock. Idle accounts are
/// forgotten, so that a process with ever new accounts does not grow.
/// </summary>
internal sealed class AccountLimiters(TimeProvider time) : PartitionedRateLimiter<KlaviyoCall>
{
    /// <summary>The time for which an idle account is remembered, with the limits that its answers reported.</summary>
    private static readonly TimeSpan _remembered = TimeSpan.FromMinutes(10);

    private const int FewAccounts = 64;

    private static readonly ConditionalWeakTable<TimeProvider, AccountLimiters> _ofClocks = [];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccountLimiter> _accounts = new(StringComparer.Ordinal);
    private int _many = FewAccounts;

    /// <summary>The number of accounts that are remembered.</summary>
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

        // Under the lock, so that the account cannot be forgotten before it is used. The wait itself is outside.
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

    // Under the lock, so that the account cannot be forgotten before it is used. The wait itself is outside.
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

    /// <summary>Removes idle accounts. The cost grows with their number, so this is done when it has doubled.</summary>
    private void ForgetIdle()
    {
        foreach ((string name, AccountLimiter limiter) in _accounts)
            if (limiter.TryRetire(_remembered))
                _accounts.Remove(name);
        _many = Math.Max(FewAccounts, 2 * _accounts.Count);
    }
}
