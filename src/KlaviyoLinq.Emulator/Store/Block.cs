namespace KlaviyoLinq.Emulator.Store;

/// <summary>Where a block of bytes lies within an array that it may share with others.</summary>
internal readonly record struct Block(byte[] Bytes, int Start, int Length)
{
    /// <summary>No block at all.</summary>
    internal static Block None => default;

    internal bool IsNone => Bytes is null;

    internal ReadOnlySpan<byte> Span => Bytes.AsSpan(Start, Length);
}
