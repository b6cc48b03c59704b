using System.Threading.RateLimiting;

namespace KlaviyoLinq.RateLimiting;

/// <summary>Somebody who waits for a permit.</summary>
/// <param name="Number">The place in the row of all who wait for the account.</param>
internal sealed record Waiter(long Number)
{
    /// <summary>Continuations run elsewhere: whoever grants holds the account's lock.</summary>
    internal TaskCompletionSource<RateLimitLease> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Takes the waiter out of the row when its token is cancelled.</summary>
    internal CancellationTokenRegistration Cancellation { get; set; }
}
