namespace KlaviyoLinq.RateLimiting;

/// <summary>
/// Requests that a window may still count, by when each of them arrived at the latest. Klaviyo's windows are fixed and begin at a moment that is not
/// known; keeping any span of a window's length within the limit keeps all of them.
/// </summary>
/// <param name="length">The window's length, in ticks.</param>
/// <param name="standard">The limit by the catalogue; 0 for a window that only answers have shown.</param>
internal sealed class WindowLog(long length, int standard)
{
    private readonly int _standard = standard;
    private readonly ExpiryLog _own = new();
    private readonly ExpiryLog _others = new();
    private readonly ExpiryLog _inferred = new();

    internal long Length => length;

    /// <summary>The number of requests that the window takes. Klaviyo can report another number than the catalogue.</summary>
    internal int Limit { get; private set; } = standard;

    /// <summary>The number that the last answer reported, the catalogue's before the first.</summary>
    internal int Reported { get; private set; } = standard;

    /// <summary>The moment at which a reported number lapses, unless another answer repeats it.</summary>
    internal long LapsesAt { get; private set; } = long.MaxValue;

    /// <summary>The moment at which the first request leaves the window, of our own and of those that were reported; null when there is none.</summary>
    internal long? FirstExpiry => _own.FirstExpiry is { } own && !(_others.FirstExpiry < own) ? own : _others.FirstExpiry;

    /// <summary>Uses the number of an answer until a certain moment.</summary>
    internal void Learn(int limit, long lapsesAt) => (Limit, Reported, LapsesAt) = (limit, limit, limit == _standard ? long.MaxValue : lapsesAt);

    /// <summary>Returns to the catalogue's number when the reported one has lapsed.</summary>
    internal void Lapse(long now)
    {
        if (LapsesAt <= now)
            (Limit, LapsesAt) = (_standard, long.MaxValue);
    }

    /// <summary>Adds a request of our own that has arrived by a certain moment.</summary>
    internal void Add(long arrival) => _own.Add(arrival + length, 1);

    /// <summary>Adds requests of others that an answer reports, until a certain moment.</summary>
    internal void Report(long expiry, int count) => _others.Add(expiry, count);

    /// <summary>Adds requests of others that an answer reports for a shorter window, until this window's length from now.</summary>
    internal void Infer(long now, int count) => _inferred.Add(now + length, count);

    /// <summary>Drops the requests of others.</summary>
    internal void ForgetOthers()
    {
        _others.Clear();
        _inferred.Clear();
    }

    /// <summary>Returns the number of requests that a window beginning now or earlier can still count.</summary>
    internal long CountAt(long now) => FirmCountAt(now) + _inferred.CountAt(now);

    /// <summary>Returns the number without those that are only inferred.</summary>
    internal long FirmCountAt(long now) => OwnCountAt(now) + _others.CountAt(now);

    /// <summary>Returns the number of our own requests alone.</summary>
    internal long OwnCountAt(long now) => _own.CountAt(now);
}
