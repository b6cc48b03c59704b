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

    private readonly List<WindowLog> _windows = [];
    private readonly List<Passage> _underway = [];
    private long _passed;
    private long _blockedUntil = long.MinValue;

    internal LimitLog(KlaviyoRateLimit limit)
    {
        Name = limit.Name;
        SetLimit(TimeSpan.FromSeconds(1), limit.Burst);
        SetLimit(TimeSpan.FromMinutes(1), limit.Steady);
        SetLimit(TimeSpan.FromDays(1), limit.Daily);
    }

    internal string Name { get; }

    /// <summary>The windows as the last answer told them.</summary>
    internal IReadOnlyList<KlaviyoRateLimitWindow> Told { get; set; } = [];

    /// <summary>The limit of a window, or null when there is no such window.</summary>
    internal int? FindLimit(TimeSpan length) => Find(length)?.Limit;

    /// <summary>Sets how many requests a window takes. 0 makes no window.</summary>
    internal void SetLimit(TimeSpan length, int limit)
    {
        if (Find(length) is { } window)
        {
            window.Limit = Math.Max(1, limit);
        }
        else if (limit > 0)
        {
            _windows.Add(new WindowLog(length.Ticks, limit));
            _windows.Sort((x, y) => x.Length.CompareTo(y.Length));
        }
    }

    /// <summary>Takes over what an answer told. A window that nobody knew counts the request that was answered.</summary>
    internal void Learn(TimeSpan length, int limit, long now)
    {
        bool isNew = Find(length) is null;
        SetLimit(length, limit);
        if (isNew)
            Find(length)?.Add(now);
    }

    /// <summary>Lets nobody pass before a moment.</summary>
    internal void Block(long until) => _blockedUntil = Math.Max(_blockedUntil, until);

    /// <summary>When the next request may pass, as far as is known now; not later than now when it may pass at once. It may be too early, never too late.</summary>
    internal long OpensAt(long now)
    {
        Arrive(now);
        long opens = _blockedUntil;
        foreach (WindowLog window in _windows)
            if (window.Held(now) + _underway.Count >= window.Limit)
                opens = Math.Max(opens, Math.Min(window.FirstExpiry ?? long.MaxValue, FirstArrival() + window.Length));
        return opens;
    }

    /// <summary>Lets a request pass.</summary>
    internal Passage Pass(long now)
    {
        Passage passage = new() { Sent = now, Number = ++_passed, Held = [.. _windows.Select(window => (window, window.Held(now) + _underway.Count + 1))] };
        _underway.Add(passage);
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
        (WindowLog window, int count) = passage.Held[known];
        long own = count + (_passed - passage.Number);
        int foreign = (int)Math.Clamp(described.Limit - remaining - own, 0, described.Limit);
        if (foreign == 0)
            return;

        // Resets are told in whole seconds, rounded down.
        long end = now + Math.Min(window.Length, (described.Reset + TimeSpan.FromSeconds(1))?.Ticks ?? window.Length);
        window.AddUntil(end, foreign);
        foreach (WindowLog longer in _windows.Where(other => other.Length > window.Length))
            longer.Add(now, foreign);
        _passed += foreign;
    }

    internal KlaviyoRateLimitState Describe(long now, int waiting)
    {
        Arrive(now);
        return new KlaviyoRateLimitState(
            Name,
            [.. _windows.Select(window => Describe(window, now))],
            Told,
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
        int remaining = Math.Max(0, window.Limit - window.Held(now) - _underway.Count);
        long opens = remaining > 0 ? now : Math.Min(window.FirstExpiry ?? long.MaxValue, FirstArrival() + window.Length);
        return new KlaviyoRateLimitWindow(TimeSpan.FromTicks(window.Length), window.Limit, remaining, TimeSpan.FromTicks(Math.Max(0, opens - now)));
    }

    /// <summary>When the first of those underway must have arrived.</summary>
    private long FirstArrival() => _underway.Count == 0 ? long.MaxValue / 2 : _underway.Min(passage => passage.Sent) + Guard.Ticks;

    private void Arrive(long now)
    {
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
