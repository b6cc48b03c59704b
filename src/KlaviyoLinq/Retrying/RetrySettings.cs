namespace KlaviyoLinq.Retrying;

/// <summary>Settings of retries: validated options, which do not change.</summary>
internal sealed record RetrySettings
{
    internal required int MaxRetries { get; init; }

    internal required TimeSpan BaseDelay { get; init; }

    internal required TimeSpan MaxDelay { get; init; }

    internal required TimeSpan MaxRetryAfter { get; init; }

    /// <summary>The time for one page with all of its attempts and the waits between them.</summary>
    internal required TimeSpan TotalTimeout { get; init; }

    /// <summary>The time for which the answer to a write on the wire is awaited after its end was requested.</summary>
    internal required TimeSpan Grace { get; init; }
}
