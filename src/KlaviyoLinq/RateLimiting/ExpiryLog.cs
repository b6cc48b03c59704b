namespace KlaviyoLinq.RateLimiting;

/// <summary>Numbers of requests, each until a moment.</summary>
internal sealed class ExpiryLog
{
    private readonly PriorityQueue<int, long> _expiries = new();
    private long _held;

    /// <summary>The moment at which the first request leaves; null when there is none.</summary>
    internal long? FirstExpiry => _expiries.TryPeek(out _, out long expiry) ? expiry : null;

    internal void Add(long expiry, int count)
    {
        _expiries.Enqueue(count, expiry);
        _held += count;
    }

    /// <summary>Returns the number of requests whose moment has not come.</summary>
    internal long CountAt(long now)
    {
        while (_expiries.TryPeek(out int count, out long expiry) && expiry <= now)
        {
            _expiries.Dequeue();
            _held -= count;
        }

        return _held;
    }

    internal void Clear()
    {
        _expiries.Clear();
        _held = 0;
    }
}
