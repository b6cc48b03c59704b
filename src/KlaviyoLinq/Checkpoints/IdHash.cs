namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// Hash of a resource's id in a checkpoint: 64 bits that are the same in every process and on every platform. Fast, because a run hashes every id it
/// reads: four UTF-16 code units at a time are multiplied in, and both halves of the product are kept. Two of a million ids collide with a
/// probability of about 1 in 37 million.
/// </summary>
internal static class IdHash
{
    private const ulong Start = 0xa0761d6478bd642f;
    private const ulong Factor = 0xe7037ed1a0b428db;

    internal static ulong Of(string id)
    {
        // Missing code units count as zeros; the length distinguishes the id from one that contains them.
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
