namespace KlaviyoLinq.Plans;

/// <summary>
/// Which shapes have been met before, by their hashes: a query that is met for the first time, and often for the last, is not worth a plan. Shapes that share
/// a place take each other's word for it, which costs a plan and decides nothing. Safe to use from several threads.
/// </summary>
internal sealed class SeenPatterns
{
    private const int PlaceBits = 15;

    private readonly int[] _seen = new int[1 << (PlaceBits - 5)];

    /// <summary>Whether a shape has been met; from now on it has.</summary>
    internal bool Meet(int hash)
    {
        uint place = (uint)hash * 0x9E3779B9 >> (32 - PlaceBits);
        int bit = 1 << (int)(place & 31);
        return (Interlocked.Or(ref _seen[place >> 5], bit) & bit) != 0;
    }
}
