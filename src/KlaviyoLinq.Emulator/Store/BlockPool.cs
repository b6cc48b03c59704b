namespace KlaviyoLinq.Emulator.Store;

/// <summary>Lets resources whose second blocks are alike (never subscribed, nothing predicted) share one array. It remembers the first few and no more.</summary>
internal sealed class BlockPool
{
    private const int Remembered = 64;

    private readonly Dictionary<int, byte[]> _blocks = [];

    internal byte[] Share(byte[] block)
    {
        HashCode hash = default;
        hash.AddBytes(block);
        int code = hash.ToHashCode();
        if (_blocks.TryGetValue(code, out byte[]? known))
            return known.AsSpan().SequenceEqual(block) ? known : block;
        if (_blocks.Count < Remembered)
            _blocks.Add(code, block);
        return block;
    }
}
