namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Requests that a window may still count, by when each of them arrived at the latest. Klaviyo's windows are fixed and begin at a moment that is not known; keeping
/// any span of a window's length within the limit keeps all of them.
/// </summary>
/// <param name="length">The window's length, in ticks.</param>
/// <param name="standard">The limit by the catalogue; 0 for a window that only answers have shown.</param>
internal sealed class WindowLog(long length, int standard)
{
    /// <summary>The numbers of requests that leave the window, by the moment.</summary>
    private readonly PriorityQueue<int, long> _expiries = new();

    private readonly int _standard = standard;
    private long _count;

    internal long Length => length;

    /// <summary>The number of requests that the window takes. Klaviyo can report another number than the catalogue.</summary>
    internal int Limit { get; private set; } = standard;

    /// <summary>The number that the last answer reported, the catalogue's before the first.</summary>
    internal int Reported { get; private set; } = standard;

    /// <summary>The moment at which a reported number lapses, unless another answer repeats it.</summary>
    internal long LapsesAt { get; private set; } = long.MaxValue;

    /// <summary>The moment at which the first request leaves the window; null when it is empty.</summary>
    internal long? FirstExpiry => _expiries.TryPeek(out _, out long expiry) ? expiry : null;

    /// <summary>Uses the number of an answer until a certain moment.</summary>
    internal void Learn(int limit, long lapsesAt) => (Limit, Reported, LapsesAt) = (limit, limit, limit == _standard ? long.MaxValue : lapsesAt);

    /// <summary>Returns to the catalogue's number when the reported one has lapsed.</summary>
    internal void Lapse(long now)
    {
        if (LapsesAt <= now)
            (Limit, LapsesAt) = (_standard, long.MaxValue);
    }

    /// <summary>Adds requests that have arrived by a certain moment.</summary>
    internal void Add(long arrival, int count = 1) => AddUntil(arrival + length, count);

    /// <summary>Adds requests that the window counts until a certain moment.</summary>
    internal void AddUntil(long expiry, int count)
    {
        _expiries.Enqueue(count, expiry);
        _count += count;
    }

    /// <summary>Returns the number of requests that a window beginning now or earlier can still count.</summary>
    internal long CountAt(long now)
    {
        while (_expiries.TryPeek(out int count, out long expiry) && expiry <= now)
        {
            _expiries.Dequeue();
            _count -= count;
        }

        return _count;
    }
}
