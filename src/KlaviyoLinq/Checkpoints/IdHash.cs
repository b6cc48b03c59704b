namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// What stands for a resource's id in a checkpoint: 64 bits that are the same in every process and on every platform. Four UTF-16 code units at a time are
/// multiplied in, and both halves of the product kept; a run hashes every id it reads. Two ids of a million share one with a chance of some 1 to 37 million.
/// </summary>
internal static class IdHash
{
    private const ulong Start = 0xa0761d6478bd642f;
    private const ulong Factor = 0xe7037ed1a0b428db;

    internal static ulong Of(string id)
    {
        // What the last four lack counts as zeros; the length tells the id from one that has them.
        ulong hash = Start ^ (ulong)id.Length;
        ReadOnlySpan<char> rest = id;
        for (; rest.Length >= 4; rest = rest[4..])
            hash = Mix(hash ^ (rest[0] | ((ulong)rest[1] << 16) | ((ulong)rest[2] << 32) | ((ulong)rest[3] << 48)));
        ulong last = 0;
        for (int i = 0; i < rest.Length; i++)
            last |= (ulong)rest[i] << (16 * i);
        return Mix(Mix(hash ^ last) ^ Start);
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, Factor, out ulong low);
        return high ^ low;
    }
}
