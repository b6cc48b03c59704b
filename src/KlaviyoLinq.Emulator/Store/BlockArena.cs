namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// Lays blocks side by side in large arrays: a million small arrays would cost the collector more than the blocks cost to make. A block that is no longer
/// used frees nothing as long as its neighbours live, so only what is made in bulk is laid here.
/// </summary>
internal sealed class BlockArena
{
    private const int SlabLength = 1024 * 1024;

    private byte[] _slab = [];
    private int _used;

    /// <summary>Room for a block.</summary>
    internal Block Take(int length)
    {
        if (length > SlabLength / 4)
            return new Block(new byte[length], 0, length);
        if (_slab.Length - _used < length)
        {
            _slab = GC.AllocateUninitializedArray<byte>(SlabLength);
            _used = 0;
        }
        Block block = new(_slab, _used, length);
        _used += length;
        return block;
    }
}
