namespace KlaviyoLinq.RateLimiting;

/// <summary>Takes over the windows that an answer reports.</summary>
internal static class ReportedLimits
{
    /// <summary>Takes over the windows, and returns the news.</summary>
    internal static IReadOnlyList<LimitNotice> Of(Permit permit, IReadOnlyList<KlaviyoRateLimitWindow> windows, long now)
    {
        int subject = Subject(permit.Limits, windows);
        if (subject < 0)
            return [];
        LimitLog log = permit.Limits[subject];
        log.Reported = windows;
        List<LimitNotice> news = [];
        if (windows.FirstOrDefault(window => window.Remaining is not null) is { } described && log.Compare(permit.Requests[subject], described, now) is { } use)
            news.Add(new LimitNotice(use, log.Name, described.Length, described.Limit, described.Remaining!.Value));
        foreach (KlaviyoRateLimitWindow window in windows)
        {
            int? known = log.FindLimit(window.Length);
            if (log.Learn(window.Length, window.Limit, now))
                news.Add(new LimitNotice(LimitNews.Changed, log.Name, window.Length, known, window.Limit));
        }

        return news;
    }

    /// <summary>
    /// Returns the limit that the answer describes. Where a request counts against several limits, Klaviyo does not document which one: it is the one
    /// with these numbers. Where none has them, nothing is taken over.
    /// </summary>
    private static int Subject(IReadOnlyList<LimitLog> limits, IReadOnlyList<KlaviyoRateLimitWindow> windows)
    {
        if (limits.Count == 1)
            return 0;
        for (int i = limits.Count - 1; i >= 0; i--)
            if (windows.All(window => limits[i].FindLimit(window.Length) == window.Limit))
                return i;
        return -1;
    }
}
