namespace KlaviyoLinq.RateLimiting;

/// <summary>What a log learns from the windows that an answer tells.</summary>
internal static class ReportedLimits
{
    /// <summary>Learns, and says which limits turned out to be others than were known.</summary>
    internal static IReadOnlyList<(string Name, TimeSpan Length, int? Known, int Reported)> Of(Permit permit, IReadOnlyList<KlaviyoRateLimitWindow> windows, long now)
    {
        int subject = Subject(permit.Limits, windows);
        if (subject < 0)
            return [];
        LimitLog log = permit.Limits[subject];
        log.Reported = windows;
        if (windows.FirstOrDefault(window => window.Remaining is not null) is { } described)
            log.Compare(permit.Passages[subject], described, now);
        List<(string, TimeSpan, int?, int)> news = [];
        foreach (KlaviyoRateLimitWindow window in windows)
        {
            int? known = log.FindLimit(window.Length);
            if (log.Learn(window.Length, window.Limit, now))
                news.Add((log.Name, window.Length, known, window.Limit));
        }

        return news;
    }

    /// <summary>
    /// Which of the limits the answer tells of. Where a request counts against several, nobody has written down which; the one is meant whose numbers they are,
    /// and where they are nobody's, nothing is learned.
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
