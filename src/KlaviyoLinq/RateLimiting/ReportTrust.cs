namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Trust in the use by other clients that answers report for one limit. A report that others have used a window up is believed. If a request that was
/// sent after it is answered, and the answer says the same, the reports are ignored for ten minutes: a number that never changes would otherwise hold
/// up every request. A refusal restores the trust.
/// </summary>
internal sealed class ReportTrust
{
    private static readonly TimeSpan _doubt = TimeSpan.FromMinutes(10);

    private long? _lastBefore;
    private long _doubtedUntil = long.MinValue;
    private long _noticedUntil = long.MinValue;

    internal bool IsDoubted(long now) => now < _doubtedUntil;

    /// <summary>Takes a report by which others have used a window up.</summary>
    /// <param name="number">The number of the request that was answered.</param>
    /// <param name="last">The number of the last request that was let pass.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The news; null where it is known.</returns>
    internal LimitNews? UseUp(long number, long last, long now)
    {
        if (number > _lastBefore)
        {
            (_lastBefore, _doubtedUntil) = (null, now + _doubt.Ticks);
            return LimitNews.Contradicted;
        }

        _lastBefore ??= last;
        if (now < _noticedUntil)
            return null;
        _noticedUntil = now + _doubt.Ticks;
        return LimitNews.UsedByOthers;
    }

    /// <summary>Takes a report that the own requests explain.</summary>
    internal void Explain() => _lastBefore = null;

    /// <summary>Takes a refusal.</summary>
    internal void Restore() => (_lastBefore, _doubtedUntil) = (null, long.MinValue);
}
