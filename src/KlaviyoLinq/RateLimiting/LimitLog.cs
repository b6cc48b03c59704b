namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// One limit of one account: an exact sliding log for each of its windows. A request counts from the moment it is sent until a window's length after it has
/// arrived: when its answer is received or when the guard has passed, whichever is first. Not thread-safe; the account's lock protects it.
/// </summary>
internal sealed class LimitLog
{
    /// <summary>
    /// The longest time that a request takes to arrive, as far as the log assumes: what the network can add to the distance between two requests. It
    /// costs less than a hundredth of a one-minute window.
    /// </summary>
    internal static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest window that Klaviyo documents. A header with a longer one is wrong.</summary>
    internal static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    /// <summary>The time for which a reported limit is used after the last answer that reports it.</summary>
    private static readonly TimeSpan _belief = TimeSpan.FromMinutes(10);

    /// <summary>The longest window that requests are paced over, and that is waited for however long it takes.</summary>
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private const int MostWindows = 8;

    private readonly List<WindowLog> _windows = [];
    private readonly List<LoggedRequest> _underway = [];
    private readonly ReportTrust _trust = new();
    private long _passed;
    private long _blockedUntil = long.MinValue;
    private long _paced;

    internal LimitLog(KlaviyoRateLimit limit)
    {
        Name = limit.Name;
        foreach ((TimeSpan length, int count) in new[] { (TimeSpan.FromSeconds(1), limit.Burst), (_minute, limit.Steady), (LongestWindow, limit.Daily) })
            if (count > 0)
                _windows.Add(new WindowLog(length.Ticks, count));
    }

    internal string Name { get; }

    /// <summary>The turn that all large runs of the operation share whose own limit this is.</summary>
    internal RunTurn LargeRuns { get; } = new();

    /// <summary>The windows as the last answer reported them.</summary>
    internal IReadOnlyList<KlaviyoRateLimitWindow> Reported { get; set; } = [];

    /// <summary>The limit of a window, or null when there is no such window.</summary>
    internal int? FindLimit(TimeSpan length) => Find(length)?.Limit;

    /// <summary>Takes over the limit that an answer reports for a window. A window that was not known counts the request that was answered.</summary>
    /// <returns>Whether it is another number than the last one reported.</returns>
    internal bool Learn(TimeSpan length, int limit, long now)
    {
        WindowLog? window = Find(length);
        if (window is null)
        {
            if (_windows.Count == MostWindows || length > LongestWindow)
                return false;
            _windows.Add(window = new WindowLog(length.Ticks, 0));
            _windows.Sort((x, y) => x.Length.CompareTo(y.Length));
            window.Add(now);
        }

        bool isNews = window.Reported != limit;
        window.Learn(limit, now + _belief.Ticks);
        return isNews;
    }

    /// <summary>Grants no permit before a moment.</summary>
    internal void Block(long until) => _blockedUntil = Math.Max(_blockedUntil, until);

    /// <summary>Records a refusal: others do use the limit.</summary>
    internal void Refuse() => _trust.Restore();

    /// <summary>Returns when the next request may be sent, as far as is known now. The result can be too early, never too late.</summary>
    internal long OpensAt(long now) => OpensAt(now, TimeSpan.Zero);

    /// <summary>Returns for how long a <c>Retry-After</c> or a window of more than a minute blocks all requests; null when neither does.</summary>
    internal TimeSpan? ClosedFor(long now) => OpensAt(now, _minute) is var opens && opens > now ? TimeSpan.FromTicks(opens - now) : null;

    /// <summary>
    /// The moment when the next request of an even stream may be sent: at most the guard before its place, so that a late request is caught up with.
    /// </summary>
    internal long PacedAt => _paced - Guard.Ticks;

    /// <summary>Grants a permit.</summary>
    internal LoggedRequest Pass(long now)
    {
        LoggedRequest request = new()
        {
            Sent = now,
            Number = ++_passed,
            Counts = [.. _windows.Select(window => (window, window.CountAt(now) + _underway.Count + 1))],
        };
        _underway.Add(request);
        _paced = Math.Max(_paced, now) + Interval;
        return request;
    }

    /// <summary>Records that a request is sent now, which can be later than its permit was granted.</summary>
    internal void Send(LoggedRequest request, long now)
    {
        if (request.IsSettled)
            Settle(request, now + Guard.Ticks);
        request.Sent = now;
    }

    /// <summary>Removes a request that was not sent.</summary>
    internal void TakeBack(LoggedRequest request)
    {
        request.IsSettled = true;
        _underway.Remove(request);
        _paced -= Interval;
    }

    /// <summary>Records an answer, which proves that the request has arrived.</summary>
    internal void Answer(LoggedRequest request, long now)
    {
        Arrive(now);
        if (!request.IsSettled)
            Settle(request, now);
    }

    /// <summary>
    /// Compares the server's count with this log's. The difference comes from other processes and reduces the permits to come. Requests of this log
    /// that the server may have counted are not part of the difference: those that can have arrived within a window's length before this request, or
    /// since.
    /// </summary>
    /// <returns>The news, as far as others have used the window up; null for none.</returns>
    internal LimitNews? Compare(LoggedRequest request, KlaviyoRateLimitWindow described, long now)
    {
        // The window may have become known after the permit was granted.
        int known = Array.FindIndex(request.Counts, entry => entry.Window.Length == described.Length.Ticks);
        if (known < 0 || described.Remaining is not { } remaining || _trust.IsDoubted(now))
            return null;
        (WindowLog window, long count) = request.Counts[known];
        long own = count + (_passed - request.Number);
        int foreign = (int)Math.Clamp(described.Limit - remaining - own, 0, described.Limit);
        if (foreign > 0)
            Count(window, foreign, described.Reset, now);
        if (window.FirmCountAt(now) == window.OwnCountAt(now))
            _trust.Explain();
        if (!IsUsedUpByOthers(window, now))
            return null;

        LimitNews? news = _trust.UseUp(request.Number, _passed, now);
        if (news == LimitNews.Contradicted)
            _windows.ForEach(each => each.ForgetOthers());
        return news;
    }

    internal KlaviyoRateLimitState Describe(long now, int waiting)
    {
        Arrive(now);
        return new KlaviyoRateLimitState(
            Name,
            [.. _windows.Select(window => Describe(window, now))],
            Reported,
            waiting,
            BlockedFor(now));
    }

    /// <summary>Returns for how long no request is sent because of a <c>Retry-After</c>; null without one.</summary>
    internal TimeSpan? BlockedFor(long now) => _blockedUntil > now ? TimeSpan.FromTicks(_blockedUntil - now) : null;

    /// <summary>Returns whether the log can be forgotten: no request in flight, no block, empty windows.</summary>
    internal bool IsIdle(long now)
    {
        Arrive(now);
        return _underway.Count == 0 && _blockedUntil <= now && _windows.TrueForAll(window => window.CountAt(now) == 0);
    }

    /// <summary>
    /// Counts requests of others. In longer windows their number is inferred: it is the least that others have used there, if the report is right.
    /// </summary>
    private void Count(WindowLog window, int foreign, TimeSpan? reset, long now)
    {
        // Resets are reported in whole seconds, rounded down.
        window.Report(now + Math.Min(window.Length, (reset + TimeSpan.FromSeconds(1))?.Ticks ?? window.Length), foreign);
        foreach (WindowLog longer in _windows.Where(other => other.Length > window.Length))
            longer.Infer(now, Math.Min(foreign, longer.Limit));
        _passed += foreign;
    }

    private bool IsUsedUpByOthers(WindowLog window, long now) => IsFull(window, now) && window.OwnCountAt(now) + _underway.Count < window.Limit;

    private bool IsFull(WindowLog window, long now) => window.FirmCountAt(now) + _underway.Count >= window.Limit;

    private KlaviyoRateLimitWindow Describe(WindowLog window, long now)
    {
        int remaining = (int)Math.Max(0, window.Limit - window.CountAt(now) - _underway.Count);
        long opens = Math.Max(now, OpensAt(window, now));
        return new KlaviyoRateLimitWindow(TimeSpan.FromTicks(window.Length), window.Limit, remaining, TimeSpan.FromTicks(Math.Max(0, opens - now)));
    }

    /// <summary>Returns when the first request in flight must have arrived.</summary>
    private long FirstArrival() => _underway.Count == 0 ? long.MaxValue / 2 : _underway.Min(request => request.Sent) + Guard.Ticks;

    /// <summary>The distance of requests in an even stream, in ticks.</summary>
    private long Interval => _windows.Where(window => window.Length <= _minute.Ticks).Select(window => window.Length / window.Limit).DefaultIfEmpty().Max();

    private long OpensAt(long now, TimeSpan longerThan)
    {
        Arrive(now);
        long opens = _blockedUntil;
        foreach (WindowLog window in _windows)
            if (window.Length > longerThan.Ticks)
                opens = Math.Max(opens, OpensAt(window, now));
        return opens;
    }

    /// <summary>
    /// Returns when a window may take another request. Where only inferred requests fill it, that is when none is in flight: the next answer shows
    /// how it is.
    /// </summary>
    private long OpensAt(WindowLog window, long now)
    {
        if (IsFull(window, now))
            return Math.Min(window.LapsesAt, Math.Min(window.FirstExpiry ?? long.MaxValue, FirstArrival() + window.Length));
        return _underway.Count > 0 && window.CountAt(now) + _underway.Count >= window.Limit ? FirstArrival() : long.MinValue;
    }

    private void Arrive(long now)
    {
        foreach (WindowLog window in _windows)
            window.Lapse(now);
        _windows.RemoveAll(window => window.Limit == 0);
        for (int i = _underway.Count - 1; i >= 0; i--)
            if (_underway[i].Sent + Guard.Ticks <= now)
                Settle(_underway[i], _underway[i].Sent + Guard.Ticks);
    }

    private void Settle(LoggedRequest request, long arrival)
    {
        request.IsSettled = true;
        _underway.Remove(request);
        foreach (WindowLog window in _windows)
            window.Add(arrival);
    }

    private WindowLog? Find(TimeSpan length) => _windows.Find(window => window.Length == length.Ticks);
}
