using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace KlaviyoLinq.Scanning;

/// <summary>
/// The short strings that pages say again and again: statuses, countries, time zones, first names. Each place holds the last string that fell on
/// it, so that looking up costs less than making a string, and what does not repeat crowds nothing out for long. Safe to share between threads:
/// whatever another thread puts into a place is a whole string, and is compared before it is taken.
/// </summary>
internal sealed class RepeatedStrings
{
    /// <summary>Longer strings are rarely the same twice.</summary>
    internal const int MaximumLength = 20;

    private const int PlaceBits = 10;

    private readonly string?[] _strings = new string?[1 << PlaceBits];

    /// <param name="ascii">A text of at most <see cref="MaximumLength"/> ASCII characters.</param>
    internal string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.IsEmpty)
            return "";
        ref string? place = ref _strings[Hash(ascii)];
        string? last = place;
        if (last is not null && Ascii.Equals(ascii, last))
            return last;
        string made = Encoding.Latin1.GetString(ascii);
        place = made;
        return made;
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        ulong first;
        ulong last;
        if (text.Length >= sizeof(ulong))
        {
            first = MemoryMarshal.Read<ulong>(text);
            last = MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..]);
        }
        else if (text.Length >= sizeof(uint))
        {
            first = MemoryMarshal.Read<uint>(text);
            last = MemoryMarshal.Read<uint>(text[^sizeof(uint)..]);
        }
        else
        {
            first = text[0];
            last = text[^1] | ((ulong)text[text.Length >> 1] << 8);
        }

        ulong mixed = (first ^ BitOperations.RotateLeft(last, 29) ^ (ulong)text.Length) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> (64 - PlaceBits));
    }
}
