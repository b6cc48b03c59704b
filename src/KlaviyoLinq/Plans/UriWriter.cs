using System.Buffers;
using System.Globalization;
using System.Text;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Plans;

/// <summary>
/// Writes the literals of filters percent-encoded, straight into the address: what <see cref="Wire.LiteralWriter"/> and
/// <see cref="Uri.EscapeDataString(string)"/> make of them in two steps, which tests hold against each other.
/// </summary>
internal ref struct UriWriter(Span<char> start)
{
    private static readonly SearchValues<char> _unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    private Span<char> _buffer = start;
    private char[]? _rented;

    internal int Length { readonly get; private set; }

    /// <inheritdoc/>
    public override readonly string ToString() => new(_buffer[..Length]);

    internal readonly void Dispose()
    {
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented, clearArray: true);
    }

    internal void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        Length += text.Length;
    }

    /// <summary>A literal by the type of its value; false where the judge would refuse the value.</summary>
    internal bool TryAppendLiteral(object? value)
    {
        switch (value)
        {
            case string text:
                return TryAppendString(text);
            case bool flag:
                Append(flag ? "true" : "false");
                return true;
            case DateTimeOffset moment:
                AppendMoment(moment);
                return true;
            case DateTime { Kind: not DateTimeKind.Unspecified } moment:
                AppendMoment(new DateTimeOffset(moment));
                return true;
            case double or float when Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && double.IsFinite(number):
                Append(Digits.Of(number));
                return true;
            case decimal or sbyte or byte or short or ushort or int or uint or long or ulong:
                Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                return true;
            default:
                return Evaluator.Plain(value) is string plain && TryAppendString(plain);
        }
    }

    internal bool TryAppendList(IReadOnlyList<string> items, int most)
    {
        Append("%5B");
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                Append("%2C");
            if (!TryAppendString(items[i]) || Length > most * 2)
                return false;
        }

        Append("%5D");
        return true;
    }

    /// <summary>Text, percent-encoded; false where it holds half of a surrogate pair.</summary>
    internal bool TryAppendEscaped(ReadOnlySpan<char> text)
    {
        while (true)
        {
            int plain = text.IndexOfAnyExcept(_unreserved);
            if (plain < 0)
            {
                Append(text);
                return true;
            }

            Append(text[..plain]);
            if (Rune.DecodeFromUtf16(text[plain..], out Rune rune, out int length) != OperationStatus.Done)
                return false;
            AppendEncoded(rune);
            text = text[(plain + length)..];
        }
    }

    private bool TryAppendString(string text)
    {
        Append("%22");
        ReadOnlySpan<char> rest = text;
        for (int special = rest.IndexOfAny('"', '\\'); special >= 0; special = rest.IndexOfAny('"', '\\'))
        {
            if (!TryAppendEscaped(rest[..special]))
                return false;
            Append(rest[special] == '"' ? "%5C%22" : "%5C%5C");
            rest = rest[(special + 1)..];
        }

        if (!TryAppendEscaped(rest))
            return false;
        Append("%22");
        return true;
    }

    private void AppendEncoded(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = rune.EncodeToUtf8(bytes);
        Span<char> room = Room(count * 3);
        for (int i = 0; i < count; i++)
        {
            room[i * 3] = '%';
            room[(i * 3) + 1] = Hex(bytes[i] >> 4);
            room[(i * 3) + 2] = Hex(bytes[i] & 15);
        }

        Length += count * 3;
    }

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);

    // RFC 3339, with the colons and the plus sign encoded.
    private void AppendMoment(DateTimeOffset moment)
    {
        AppendNumber(moment.Year, 4);
        Append("-");
        AppendNumber(moment.Month, 2);
        Append("-");
        AppendNumber(moment.Day, 2);
        Append("T");
        AppendNumber(moment.Hour, 2);
        Append("%3A");
        AppendNumber(moment.Minute, 2);
        Append("%3A");
        AppendNumber(moment.Second, 2);
        if ((int)(moment.Ticks % TimeSpan.TicksPerSecond) is var fraction and > 0)
            AppendFraction(fraction);
        int offset = (int)moment.Offset.TotalMinutes;
        Append(offset == 0 ? "Z" : offset < 0 ? "-" : "%2B");
        if (offset == 0)
            return;
        AppendNumber(Math.Abs(offset) / 60, 2);
        Append("%3A");
        AppendNumber(Math.Abs(offset) % 60, 2);
    }

    // Ten-millionths of a second, only as long as they say something.
    private void AppendFraction(int fraction)
    {
        int digits = 7;
        for (; fraction % 10 == 0; fraction /= 10)
            digits--;
        Append(".");
        AppendNumber(fraction, digits);
    }

    private void AppendNumber(int number, int digits)
    {
        Span<char> room = Room(digits);
        for (int i = digits - 1; i >= 0; i--, number /= 10)
            room[i] = (char)('0' + (number % 10));
        Length += digits;
    }

    private Span<char> Room(int count)
    {
        if (_buffer.Length - Length >= count)
            return _buffer.Slice(Length, count);
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + count));
        _buffer[..Length].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented, clearArray: true);
        _buffer = _rented = larger;
        return _buffer.Slice(Length, count);
    }
}
