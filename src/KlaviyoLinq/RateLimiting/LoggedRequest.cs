namespace KlaviyoLinq.RateLimiting;

/// <summary>Request in the log of one limit: in flight until its answer is received, or until it must have arrived.</summary>
internal sealed class LoggedRequest
{
    /// <summary>The moment when it was sent, in ticks of the account's clock. It arrives later.</summary>
    internal long Sent { get; set; }

    /// <summary>Indicates whether the latest moment of its arrival is known.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>The number of permits that the log had granted, with this one.</summary>
    internal long Number { get; init; }

    /// <summary>The number of requests in each known window when this permit was granted, with it.</summary>
    internal required (WindowLog Window, long Count)[] Counts { get; init; }
}
