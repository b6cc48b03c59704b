namespace KlaviyoLinq.Retrying;

/// <summary>
/// How many retries are left to all queries of a context: a token bucket, full at first, that pages and minutes fill. A few failures are retried at once; where
/// most requests fail, retries become a small part of them. Safe to use from several threads.
/// </summary>
/// <param name="size">How many retries it holds at most.</param>
/// <param name="perPage">How many each page earns.</param>
/// <param name="perMinute">How many each minute earns.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryBudget(int size, double perPage, double perMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _left = size;
    private long _filled = time.GetTimestamp();

    /// <summary>A page is asked for.</summary>
    internal void Earn()
    {
        lock (_lock)
            Add(perPage);
    }

    /// <summary>Takes one retry, if there is one.</summary>
    internal bool TrySpend()
    {
        lock (_lock)
        {
            Add(0);
            if (_left < 1)
                return false;
            _left--;
            return true;
        }
    }

    private void Add(double earned)
    {
        long now = time.GetTimestamp();
        _left = Math.Min(size, _left + earned + (perMinute * time.GetElapsedTime(_filled, now).TotalMinutes));
        _filled = now;
    }
}
