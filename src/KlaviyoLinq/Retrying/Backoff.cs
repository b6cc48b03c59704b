namespace KlaviyoLinq.Retrying;

/// <summary>
/// Waits between the attempts of one exchange, with decorrelated jitter: each is drawn between the shortest wait and three times the one before. They grow like
/// doubled ones, and queries that failed at the same moment are not retried at the same moment.
/// </summary>
internal sealed class Backoff(RetrySettings settings, Jitter jitter)
{
    private TimeSpan _last = settings.BaseDelay;

    /// <summary>Returns the wait before the next attempt.</summary>
    /// <param name="asked">The wait that Klaviyo asks for; null for none.</param>
    internal TimeSpan Next(TimeSpan? asked)
    {
        // A little is added, because every other client was asked to wait until the same second.
        if (asked > TimeSpan.Zero)
            return asked.Value + jitter.Between(TimeSpan.Zero, settings.BaseDelay);
        TimeSpan drawn = jitter.Between(settings.BaseDelay, 3 * _last);
        _last = drawn < settings.MaxDelay ? drawn : settings.MaxDelay;
        return _last;
    }
}
