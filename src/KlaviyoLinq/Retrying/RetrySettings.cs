namespace KlaviyoLinq.Retrying;

/// <summary>When and how often a page is asked for again: checked options, which do not change any more.</summary>
internal sealed record RetrySettings
{
    internal required int MaxRetries { get; init; }

    internal required TimeSpan BaseDelay { get; init; }

    internal required TimeSpan MaxDelay { get; init; }

    internal required TimeSpan MaxRetryAfter { get; init; }

    /// <summary>The time for a page with all of its attempts and the waits between them.</summary>
    internal required TimeSpan TotalTimeout { get; init; }
}
