namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// The requests that a window may still count, by when each of them arrived at the latest. Klaviyo's windows are fixed ones and begin at a moment that nobody
/// knows; whoever keeps any span of a window's length within the limit keeps all of them.
/// </summary>
/// <param name="length">How long the window is, in ticks.</param>
/// <param name="limit">How many requests it takes.</param>
internal sealed class WindowLog(long length, int limit)
{
    /// <summary>How many requests leave the window at a moment.</summary>
    private readonly PriorityQueue<int, long> _expiries = new();

    private int _held;

    internal long Length => length;

    /// <summary>How many requests it takes. Klaviyo may tell another number than the catalogue.</summary>
    internal int Limit { get; set; } = limit;

    /// <summary>When the first of the requests leaves the window; null when it holds none.</summary>
    internal long? FirstExpiry => _expiries.TryPeek(out _, out long expiry) ? expiry : null;

    /// <summary>Adds requests that have arrived by a certain moment.</summary>
    internal void Add(long arrival, int count = 1) => AddUntil(arrival + length, count);

    /// <summary>Adds requests that the window counts until a certain moment.</summary>
    internal void AddUntil(long expiry, int count)
    {
        _expiries.Enqueue(count, expiry);
        _held += count;
    }

    /// <summary>How many requests may be counted by a window that a request arriving now falls into.</summary>
    internal int Held(long now)
    {
        while (_expiries.TryPeek(out int count, out long expiry) && expiry <= now)
        {
            _expiries.Dequeue();
            _held -= count;
        }

        return _held;
    }
}
