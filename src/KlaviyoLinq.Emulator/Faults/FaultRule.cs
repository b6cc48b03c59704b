namespace KlaviyoLinq.Emulator.Faults;

/// <summary>One fault: which requests it counts, to which of them it applies, and what it does.</summary>
/// <param name="route">The route as it was written.</param>
/// <param name="counts">Whether a request is one of those that are counted.</param>
/// <param name="isDue">Whether the fault isDue at the nth of them, from 1.</param>
/// <param name="effect">What it does.</param>
/// <param name="otherwise">What it does at the others; null for nothing.</param>
internal sealed class FaultRule(string route, Func<ReceivedRequest, bool> counts, Func<long, bool> isDue, FaultEffect effect, FaultEffect? otherwise = null)
{
    private long _seen;
    private long _struck;

    internal string Route => route;

    internal long Seen => Interlocked.Read(ref _seen);

    internal long Struck => Interlocked.Read(ref _struck);

    /// <summary>Counts the request, and gives the effect when the fault applies.</summary>
    internal FaultEffect? Meet(ReceivedRequest request)
    {
        if (!counts(request))
            return null;
        if (!isDue(Interlocked.Increment(ref _seen)))
            return otherwise;
        Interlocked.Increment(ref _struck);
        return effect;
    }
}
