namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// One limit of one account: an exact sliding log for each of its windows. A request counts from the moment it is sent until a window's length after it has
/// arrived, and it has arrived when its answer is here or when the guard has passed, whichever is first. Not safe for several threads; the account's lock is.
/// </summary>
internal sealed class LimitLog
{
    /// <summary>
    /// How long a request may be on its way. It is what the network may add to the distance between two requests; of a minute's window it takes less than a
    /// hundredth.
    /// </summary>
    internal static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest window that Klaviyo documents. A header that speaks of a longer one is wrong.</summary>
    internal static readonly TimeSpan LongestWindow = TimeSpan.FromDays(1);

    /// <summary>How long a number from an answer is believed after the last answer that reports it.</summary>
    private static readonly TimeSpan _belief = TimeSpan.FromMinutes(10);

    /// <summary>The longest window that requests are paced over, and that is waited for however long it takes.</summary>
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private const int MostWindows = 8;

    private readonly List<WindowLog> _windows = [];
    private readonly List<Passage> _underway = [];
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

    /// <summary>The windows as the last answer told them.</summary>
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

    /// <summary>Lets nobody pass before a moment.</summary>
    internal void Block(long until) => _blockedUntil = Math.Max(_blockedUntil, until);

    /// <summary>When the next request may pass, as far as is known now; not later than now when it may pass at once. It may be too early, never too late.</summary>
    internal long OpensAt(long now) => OpensAt(now, TimeSpan.Zero);

    /// <summary>How long a <c>Retry-After</c> or a window of more than a minute keeps it closed; null when neither does.</summary>
    internal TimeSpan? ClosedFor(long now) => OpensAt(now, _minute) is var opens && opens > now ? TimeSpan.FromTicks(opens - now) : null;

    /// <summary>When the next request of an even stream may pass: at most the guard before its place, so that a late one is made up for.</summary>
    internal long PacedAt => _paced - Guard.Ticks;

    /// <summary>Lets a request pass.</summary>
    internal Passage Pass(long now)
    {
        Passage passage = new() { Sent = now, Number = ++_passed, Held = [.. _windows.Select(window => (window, window.Held(now) + _underway.Count + 1))] };
        _underway.Add(passage);
        _paced = Math.Max(_paced, now) + Interval;
        return passage;
    }

    /// <summary>The request leaves only now: whoever let it pass got no turn before.</summary>
    internal void Send(Passage passage, long now)
    {
        if (passage.IsSettled)
            Settle(passage, now + Guard.Ticks);
        passage.Sent = now;
    }

    /// <summary>The request was never sent.</summary>
    internal void TakeBack(Passage passage)
    {
        passage.IsSettled = true;
        _underway.Remove(passage);
        _paced -= Interval;
    }

    /// <summary>The answer is here, and so the request has arrived.</summary>
    internal void Answer(Passage passage, long now)
    {
        Arrive(now);
        if (!passage.IsSettled)
            Settle(passage, now);
    }

    /// <summary>
    /// Holds what the server counted against what this log knows of. More than that came from elsewhere, and takes the room of requests to come. Requests that
    /// may have been counted are never taken for somebody else's: all are left out that could have arrived within a window's length before this one, or since.
    /// </summary>
    internal void Compare(Passage passage, KlaviyoRateLimitWindow described, long now)
    {
        // A window may have become known only since the request passed.
        int known = Array.FindIndex(passage.Held, held => held.Window.Length == described.Length.Ticks);
        if (known < 0 || described.Remaining is not { } remaining)
            return;
        (WindowLog window, long count) = passage.Held[known];
        long own = count + (_passed - passage.Number);
        int foreign = (int)Math.Clamp(described.Limit - remaining - own, 0, described.Limit);
        if (foreign == 0)
            return;

        // Resets are told in whole seconds, rounded down.
        long end = now + Math.Min(window.Length, (described.Reset + TimeSpan.FromSeconds(1))?.Ticks ?? window.Length);
        window.AddUntil(end, foreign);
        foreach (WindowLog longer in _windows.Where(other => other.Length > window.Length))
            longer.Add(now, Math.Min(foreign, longer.Limit));
        _passed += foreign;
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

    /// <summary>How long nobody may pass; null where nobody has been asked to wait.</summary>
    internal TimeSpan? BlockedFor(long now) => _blockedUntil > now ? TimeSpan.FromTicks(_blockedUntil - now) : null;

    /// <summary>Whether it holds nothing that could matter any more.</summary>
    internal bool IsIdle(long now)
    {
        Arrive(now);
        return _underway.Count == 0 && _blockedUntil <= now && _windows.TrueForAll(window => window.Held(now) == 0);
    }

    private KlaviyoRateLimitWindow Describe(WindowLog window, long now)
    {
        int remaining = (int)Math.Max(0, window.Limit - window.Held(now) - _underway.Count);
        long opens = remaining > 0 ? now : OpensAt(window);
        return new KlaviyoRateLimitWindow(TimeSpan.FromTicks(window.Length), window.Limit, remaining, TimeSpan.FromTicks(Math.Max(0, opens - now)));
    }

    /// <summary>When the first of those underway must have arrived.</summary>
    private long FirstArrival() => _underway.Count == 0 ? long.MaxValue / 2 : _underway.Min(passage => passage.Sent) + Guard.Ticks;

    /// <summary>The distance of requests in an even stream, in ticks.</summary>
    private long Interval => _windows.Where(window => window.Length <= _minute.Ticks).Select(window => window.Length / window.Limit).DefaultIfEmpty().Max();

    private long OpensAt(long now, TimeSpan longerThan)
    {
        Arrive(now);
        long opens = _blockedUntil;
        foreach (WindowLog window in _windows)
            if (window.Length > longerThan.Ticks && window.Held(now) + _underway.Count >= window.Limit)
                opens = Math.Max(opens, OpensAt(window));
        return opens;
    }

    /// <summary>When a full window may take another request.</summary>
    private long OpensAt(WindowLog window) => Math.Min(window.LapsesAt, Math.Min(window.FirstExpiry ?? long.MaxValue, FirstArrival() + window.Length));

    private void Arrive(long now)
    {
        foreach (WindowLog window in _windows)
            window.Lapse(now);
        _windows.RemoveAll(window => window.Limit == 0);
        for (int i = _underway.Count - 1; i >= 0; i--)
            if (_underway[i].Sent + Guard.Ticks <= now)
                Settle(_underway[i], _underway[i].Sent + Guard.Ticks);
    }

    private void Settle(Passage passage, long arrival)
    {
        passage.IsSettled = true;
        _underway.Remove(passage);
        foreach (WindowLog window in _windows)
            window.Add(arrival);
    }

    private WindowLog? Find(TimeSpan length) => _windows.Find(window => window.Length == length.Ticks);
}
