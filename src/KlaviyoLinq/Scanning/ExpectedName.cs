using System.Runtime.Intrinsics;

namespace KlaviyoLinq.Scanning;

/// <summary>A member's name with its quotes and its colon, to be compared with the next 32 bytes of a document at once.</summary>
internal readonly struct ExpectedName
{
    private readonly Vector256<byte> _text;
    private readonly Vector256<byte> _mask;

    internal ExpectedName(ReadOnlySpan<byte> name)
    {
        if (name.Length + 3 > Vector256<byte>.Count)
            return;
        Length = name.Length + 3;
        Span<byte> text = stackalloc byte[Vector256<byte>.Count];
        text.Clear();
        text[0] = (byte)'"';
        name.CopyTo(text[1..]);
        text[Length - 2] = (byte)'"';
        text[Length - 1] = (byte)':';
        _text = Vector256.Create<byte>(text);
        text[..Length].Fill(byte.MaxValue);
        _mask = Vector256.Create<byte>(text);
    }

    /// <summary>Number of its bytes; 0 for a name that is too long to be expected.</summary>
    internal int Length { get; }

    /// <summary>Returns whether these 32 bytes begin with it.</summary>
    internal bool Begins(Vector256<byte> text) => (text & _mask) == _text;
}
