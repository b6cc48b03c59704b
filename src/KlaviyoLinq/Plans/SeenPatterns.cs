namespace KlaviyoLinq.Plans;

/// <summary>
/// Records the hashes of seen patterns: a query that is seen for the first time, and often for the last, is not worth a plan. Patterns that share a bit count
/// as the same, which costs a plan and decides nothing. Thread-safe.
/// </summary>
internal sealed class SeenPatterns
{
    private const int PlaceBits = 15;

    private readonly int[] _seen = new int[1 << (PlaceBits - 5)];

    /// <summary>Returns true when a pattern was seen before, and marks it as seen.</summary>
    internal bool Meet(int hash)
    {
        uint place = (uint)hash * 0x9E3779B9 >> (32 - PlaceBits);
        int bit = 1 << (int)(place & 31);
        return (Interlocked.Or(ref _seen[place >> 5], bit) & bit) != 0;
    }
}
