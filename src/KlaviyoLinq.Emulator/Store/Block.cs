namespace KlaviyoLinq.Emulator.Store;

/// <summary>Location of a block of bytes within an array that it may share with other blocks.</summary>
internal readonly record struct Block(byte[] Bytes, int Start, int Length)
{
    /// <summary>No block at all.</summary>
    internal static Block None => default;

    internal bool IsNone => Bytes is null;

    internal ReadOnlySpan<byte> Span => Bytes.AsSpan(Start, Length);
}
