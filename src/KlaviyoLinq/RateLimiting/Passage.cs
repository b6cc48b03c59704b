namespace KlaviyoLinq.RateLimiting;

/// <summary>One request in the log of one limit: on its way until its answer comes, or until it must have arrived.</summary>
internal sealed class Passage
{
    /// <summary>When it was sent, in ticks of the account's clock. It arrived later than that.</summary>
    internal long Sent { get; set; }

    /// <summary>Whether the log knows by when it has arrived.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>How many requests the log had let pass when this one did, with it.</summary>
    internal long Number { get; init; }

    /// <summary>How many requests each window that was known held when this one had passed, with it.</summary>
    internal required (WindowLog Window, long Count)[] Held { get; init; }
}
