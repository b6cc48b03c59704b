using System.Threading.RateLimiting;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Gate of a context: its requests wait here for their permits.</summary>
/// <param name="limiter">The limiter; null to send every request at once.</param>
/// <param name="account">The account that the requests count for.</param>
/// <param name="longestWait">The longest wait for a <c>Retry-After</c>, or for a window of more than a minute.</param>
/// <param name="pacing">How the requests are spread over the windows.</param>
/// <param name="logger">The log of refusals and waits; null for none.</param>
internal sealed class RateGate(
    PartitionedRateLimiter<KlaviyoCall>? limiter, string account, TimeSpan longestWait, KlaviyoPacing pacing = KlaviyoPacing.Burst,
    ILogger? logger = null) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Returns the current state of the account's limits; empty without the library's own limiter.</summary>
    internal IReadOnlyList<KlaviyoRateLimitState> Describe() => limiter is AccountLimiters accounts ? accounts.Describe(account) : [];

    /// <summary>Waits for the permit of a request. The result takes the answer, and is disposed in any case.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The context was disposed.</exception>
    /// <exception cref="KlaviyoPermitRefusedException">The user's limiter refused, or Klaviyo has requested a longer wait than the options allow.</exception>
    internal async Task<RatePass> EnterAsync(OperationFacts operation, string pathAndQuery, RunTurn turn, CancellationToken cancellationToken)
    {
        if (limiter is null)
            return default;
        KlaviyoCall call = new(account, operation.ToString(), CallLimits.Of(operation, pathAndQuery));
        RateLimitLease lease = await AcquireAsync(call, turn, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            TimeSpan? wait = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan reported) ? reported : null;
            lease.Dispose();
            throw limiter is AccountLimiters && wait is { } closed
                ? KlaviyoPermitRefusedException.Closed(call.Operation, closed, longestWait)
                : KlaviyoPermitRefusedException.ByLimiter(wait);
        }

        RatePass pass = new(lease, call, limiter as IKlaviyoRateLimitObserver, logger);
        pass.Send(cancellationToken);
        return pass;
    }

    public void Dispose() => _closing.Cancel();

    private async ValueTask<RateLimitLease> AcquireAsync(KlaviyoCall call, RunTurn turn, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        ValueTask<RateLimitLease> permit = limiter is AccountLimiters accounts
            ? accounts.AcquireAsync(call, new PermitRequest(turn, pacing == KlaviyoPacing.Even, longestWait), either.Token)
            : limiter!.AcquireAsync(call, 1, either.Token);
        if (!permit.IsCompleted && logger is not null)
            RateLimitNotices.Waits(logger, call.Operation);
        try
        {
            return await permit.ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(
                    "The query was cancelled while it waited for a permit within Klaviyo's rate limits.", cancelled, cancellationToken);
            ThrowIfClosed();
            throw;
        }
    }

    // This folder does not know the context's class, only its name.
    private void ThrowIfClosed()
    {
        if (_closing.IsCancellationRequested)
            throw new ObjectDisposedException("KlaviyoContext");
    }
}
