namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// Work of an account that was accepted and is carried out later, in order of time. Nothing runs in the background: due work is carried out before the next
/// request is answered, so that a virtual clock decides what a request sees.
/// </summary>
/// <param name="store">What the work changes.</param>
/// <param name="time">The clock that decides what is due.</param>
/// <param name="processingTime">The time between the acceptance of work and its end.</param>
internal sealed class PendingWork(ResourceStore store, TimeProvider time, TimeSpan processingTime)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<(Action Work, bool IsExpiry), (long Due, long Order)> _queue = new();
    private long _next = long.MaxValue;
    private long _order;

    /// <summary>Gets the time between the acceptance of work and its end.</summary>
    internal TimeSpan ProcessingTime => processingTime;

    /// <summary>Adds work that ends when the processing time is over. It runs under the store's lock.</summary>
    internal void Add(Action work) => Add(processingTime, work, isExpiry: false);

    /// <summary>Adds work that is due after a delay.</summary>
    internal void Add(TimeSpan delay, Action work) => Add(delay, work, isExpiry: false);

    /// <summary>Adds the removal of something that Klaviyo does not keep for ever. <see cref="RunAll"/> does not carry it out early.</summary>
    internal void AddExpiry(TimeSpan delay, Action removal) => Add(delay, removal, isExpiry: true);

    /// <summary>
    /// Adds work that belongs to a moment: the sending of a campaign that is scheduled. <see cref="RunAll"/> does not carry it out early; what depends on it
    /// adds it again when the account is opened again.
    /// </summary>
    internal void AddAt(DateTimeOffset moment, Action work) => Enqueue(moment.UtcTicks, work, isExpiry: true);

    /// <summary>Carries out the work that is due.</summary>
    internal void RunDue()
    {
        long now = time.GetUtcNow().UtcTicks;
        if (Volatile.Read(ref _next) <= now)
            store.Change(() => RunUntil(now, expiries: true));
    }

    /// <summary>Carries out all work, also what is not due, so that nothing accepted is lost when the emulator stops.</summary>
    internal void RunAll()
    {
        if (Volatile.Read(ref _next) != long.MaxValue)
            store.Change(() => RunUntil(long.MaxValue, expiries: false));
    }

    private void Add(TimeSpan delay, Action work, bool isExpiry) => Enqueue((time.GetUtcNow() + delay).UtcTicks, work, isExpiry);

    private void Enqueue(long due, Action work, bool isExpiry)
    {
        lock (_lock)
        {
            _queue.Enqueue((work, isExpiry), (due, _order++));
            _next = Math.Min(_next, due);
        }
    }

    private void RunUntil(long moment, bool expiries)
    {
        while (Take(moment) is var (work, isExpiry))
            if (expiries || !isExpiry)
                work();
    }

    private (Action Work, bool IsExpiry)? Take(long moment)
    {
        lock (_lock)
        {
            bool isDue = _queue.TryPeek(out _, out (long Due, long Order) first) && first.Due <= moment;
            (Action Work, bool IsExpiry)? taken = isDue ? _queue.Dequeue() : null;
            _next = _queue.TryPeek(out _, out (long Due, long Order) next) ? next.Due : long.MaxValue;
            return taken;
        }
    }
}
