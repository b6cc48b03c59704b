namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// What stands for a resource's id in a checkpoint: 64 bits that are the same in every process and on every platform (FNV-1a over the UTF-16 code
/// units, mixed at the end). Two ids of a million share one with a chance of some 1 to 37 million.
/// </summary>
internal static class IdHash
{
    internal static ulong Of(string id)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in id)
        {
            hash = (hash ^ (byte)c) * 1099511628211;
            hash = (hash ^ (byte)(c >> 8)) * 1099511628211;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
