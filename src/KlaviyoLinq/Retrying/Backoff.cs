namespace KlaviyoLinq.Retrying;

/// <summary>
/// The waits between the attempts at one page, with decorrelated jitter: each is drawn between the shortest wait and three times the one before. They grow as
/// doubling would, and queries that failed together do not come back together.
/// </summary>
internal sealed class Backoff(RetrySettings settings, Jitter jitter)
{
    private TimeSpan _last = settings.BaseDelay;

    /// <summary>The wait before the next attempt.</summary>
    /// <param name="asked">What Klaviyo asks to wait; null when it did not say.</param>
    internal TimeSpan Next(TimeSpan? asked)
    {
        // A little is added to what was asked for: everybody else was told the same second.
        if (asked > TimeSpan.Zero)
            return asked.Value + jitter.Between(TimeSpan.Zero, settings.BaseDelay);
        TimeSpan drawn = jitter.Between(settings.BaseDelay, 3 * _last);
        _last = drawn < settings.MaxDelay ? drawn : settings.MaxDelay;
        return _last;
    }
}
