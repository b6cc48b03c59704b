namespace KlaviyoLinq.RateLimiting;

/// <summary>Kinds of news about a limit.</summary>
internal enum LimitNews
{
    /// <summary>The number of requests that a window takes is another one than was known.</summary>
    Changed,

    /// <summary>Other clients have used up what the own requests leave of a window.</summary>
    UsedByOthers,

    /// <summary>Reports that others use a window up continue, although requests are answered. They are ignored for a while.</summary>
    Contradicted,
}
