using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Queue entry of a request that waits for a permit.</summary>
/// <param name="Request">The terms on which it waits.</param>
/// <param name="Number">Sequence number of its arrival.</param>
internal sealed record Waiter(PermitRequest Request, long Number)
{
    /// <summary>Continuations run elsewhere: the thread that grants the permit holds the account's lock.</summary>
    internal TaskCompletionSource<RateLimitLease> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes the waiter out of the queue when its token is cancelled.</summary>
    internal CancellationTokenRegistration Cancellation { get; set; }
}
