using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace KlaviyoLinq.Emulator.Buffers;

/// <summary>A growing rented array in which an answer is written whole, so that its length is known before it is sent.</summary>
internal sealed class PageBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    internal int Length => _length;

    /// <summary>Discards what was written.</summary>
    internal void Clear() => _length = 0;

    /// <summary>The last byte written.</summary>
    internal byte Last => _bytes[_length - 1];

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(Math.Max(sizeHint, 256));
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _length < bytes.Length)
            Ensure(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Writes bytes and gives them back where they now stand, to be changed.</summary>
    internal Span<byte> Append(ReadOnlySpan<byte> bytes)
    {
        int start = _length;
        Write(bytes);
        return _bytes.AsSpan(start, bytes.Length);
    }

    /// <summary>Makes room for what is to come at once, rather than bit by bit.</summary>
    internal void Expect(int count) => Ensure(count);

    internal void Write(byte one)
    {
        Ensure(1);
        _bytes[_length++] = one;
    }

    /// <summary>Writes text as UTF-8, without quotes or escapes.</summary>
    internal void Write(string text)
    {
        Ensure(text.Length * 3);
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Ensure(int count)
    {
        if (_bytes.Length - _length >= count)
            return;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + count));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
