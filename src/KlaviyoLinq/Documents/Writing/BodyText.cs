using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KlaviyoLinq.Documents.Writing;

/// <summary>Writes texts as JSON in UTF-8, with the escapes of the framework's default encoder. Allocates nothing.</summary>
internal static class BodyText
{
    /// <summary>The most bytes that one character becomes: <c>\u002B</c>.</summary>
    private const int LongestEscape = 6;

    private const int Half = 8, Whole = 16;

    // By the low four bits of an ASCII character: those high four bits, as bits, with which it is escaped.
    private static ReadOnlySpan<byte> EscapedByLowBits =>
        [0x43, 0x03, 0x07, 0x03, 0x03, 0x03, 0x07, 0x07, 0x03, 0x03, 0x03, 0x07, 0x2B, 0x03, 0x0B, 0x83];

    // The high four bits as one bit. From 8 on the character is not ASCII and always escaped, as those with 0 are.
    private static ReadOnlySpan<byte> HighBits =>
        [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01, 0x01];

    /// <summary>Writes a text without its quotation marks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The place to write to, at least as long as the text.</param>
    /// <returns>The number of bytes; -1 when they may not fit, or when the text has surrogates, which only the framework writes.</returns>
    internal static int Write(ReadOnlySpan<char> text, Span<byte> target)
    {
        Debug.Assert(target.Length >= text.Length, "There is room for a text without escapes.");
        bool isPlain = text.Length < Half ? TryCopyShort(text, target) : TryCopy(text, target);
        return isPlain ? text.Length : WriteEscaped(text, target);
    }

    private static bool TryCopyShort(ReadOnlySpan<char> text, Span<byte> target)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsEscaped(text[i]))
                return false;
            target[i] = (byte)text[i];
        }

        return true;
    }

    private static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
        int i = 0;
        for (; i < text.Length - Whole; i += Whole)
        {
            Vector128<byte> next = Narrow(text, i, i + Half);
            if (HasEscaped(next))
                return false;
            next.CopyTo(target[i..]);
        }

        // The rest is 8 to 16 characters: two halves, which may overlap each other or what has been copied.
        int last = text.Length - Half;
        i = Math.Min(i, last);
        Vector128<byte> rest = Narrow(text, i, last);
        if (HasEscaped(rest))
            return false;
        MemoryMarshal.Write(target[i..], rest.AsUInt64().GetElement(0));
        MemoryMarshal.Write(target[last..], rest.AsUInt64().GetElement(1));
        return true;
    }

    private static int WriteEscaped(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (text.Length * LongestEscape > target.Length)
            return -1;
        int written = 0;
        for (int i = 0; i < text.Length;)
        {
            // Most texts have few characters to escape, so those between them are copied together.
            if (i <= text.Length - Half && Narrow(text, i, i) is var next && !HasEscaped(next))
            {
                MemoryMarshal.Write(target[written..], next.AsUInt64().ToScalar());
                (i, written) = (i + Half, written + Half);
                continue;
            }

            char character = text[i++];
            if (!IsEscaped(character))
                target[written++] = (byte)character;
            else if (char.IsSurrogate(character))
                return -1;
            else
                written += Escape(character, target[written..]);
        }

        return written;
    }

    // A character that does not fit a byte becomes 0xFF, which is escaped as well.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(ReadOnlySpan<char> text, int first, int second)
    {
        ReadOnlySpan<ushort> characters = MemoryMarshal.Cast<char, ushort>(text);
        return Vector128.NarrowWithSaturation(Vector128.Create(characters.Slice(first, Half)), Vector128.Create(characters.Slice(second, Half)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasEscaped(Vector128<byte> characters)
    {
        Vector128<byte> escaped = Vector128.ShuffleNative(Vector128.Create(EscapedByLowBits), characters & Vector128.Create((byte)0xF));
        return (escaped & Vector128.ShuffleNative(Vector128.Create(HighBits), characters >>> 4)) != Vector128<byte>.Zero;
    }

    private static bool IsEscaped(char character) =>
        character > 0x7F || (EscapedByLowBits[character & 0xF] & (1 << (character >> 4))) != 0;

    private static int Escape(char character, Span<byte> target)
    {
        target[0] = (byte)'\\';
        target[1] = character switch
        {
            '\\' => (byte)'\\',
            '\b' => (byte)'b',
            '\t' => (byte)'t',
            '\n' => (byte)'n',
            '\f' => (byte)'f',
            '\r' => (byte)'r',
            _ => (byte)'u',
        };
        if (target[1] != 'u')
            return 2;
        for (int i = LongestEscape - 1, rest = character; i > 1; i--, rest >>= 4)
            target[i] = "0123456789ABCDEF"u8[rest & 0xF];
        return LongestEscape;
    }
}
