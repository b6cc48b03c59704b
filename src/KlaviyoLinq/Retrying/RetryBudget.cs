namespace KlaviyoLinq.Retrying;

/// <summary>
/// Retry budget of a context: a token bucket, full at first, that pages and minutes fill. A few failures are retried at once; where most requests fail, retries
/// become a small part of them. Thread-safe.
/// </summary>
/// <param name="size">The maximum number of retries in it.</param>
/// <param name="perPage">The number of retries that each page earns.</param>
/// <param name="perMinute">The number of retries that each minute earns.</param>
/// <param name="time">The clock.</param>
internal sealed class RetryBudget(int size, double perPage, double perMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _left = size;
    private long _filled = time.GetTimestamp();

    /// <summary>Adds what one page earns.</summary>
    internal void Earn()
    {
        lock (_lock)
            Add(perPage);
    }

    /// <summary>Takes one retry if there is one.</summary>
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
