namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>
/// Reads date-times in every form that Klaviyo takes or sends: RFC 3339 with <c>Z</c>, <c>+00:00</c> or <c>+0000</c>, without an offset (which means UTC),
/// with up to nine digits of a second, or a date alone.
/// </summary>
internal static class Instant
{
    internal static bool TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        Span<byte> utf8 = stackalloc byte[48];
        ticks = 0;
        return text.Length <= utf8.Length
            && System.Text.Ascii.FromUtf16(text, utf8, out int length) == System.Buffers.OperationStatus.Done
            && TryParse(utf8[..length], out ticks);
    }

    internal static bool TryParse(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int at = 0;
        if (!Digits(text, ref at, 4, out int year) || !Mark(text, ref at, '-') || !Digits(text, ref at, 2, out int month)
            || !Mark(text, ref at, '-') || !Digits(text, ref at, 2, out int day))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        long date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        if (at == text.Length)
        {
            ticks = date;
            return true;
        }
        return (Mark(text, ref at, 'T') || Mark(text, ref at, ' '))
            && TryTime(text, ref at, out long time)
            && TryOffset(text, ref at, out long offset)
            && at == text.Length
            && InRange(ticks = date + time - offset);
    }

    private static bool TryTime(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (!Digits(text, ref at, 2, out int hour) || !Mark(text, ref at, ':') || !Digits(text, ref at, 2, out int minute))
            return false;
        int second = 0;
        if (Mark(text, ref at, ':') && !Digits(text, ref at, 2, out second))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute + second * TimeSpan.TicksPerSecond;
        if (!Mark(text, ref at, '.'))
            return true;
        int first = at;
        long unit = TimeSpan.TicksPerSecond / 10;
        for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10)
            ticks += (text[at] - '0') * unit;
        return at - first is >= 1 and <= 9;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        if (at == text.Length || Mark(text, ref at, 'Z'))
            return true;
        int sign = text[at] == '-' ? -1 : 1;
        if (!Mark(text, ref at, '+') && !Mark(text, ref at, '-'))
            return false;
        if (!Digits(text, ref at, 2, out int hours))
            return false;
        Mark(text, ref at, ':');
        if (!Digits(text, ref at, 2, out int minutes) || hours > 14 || minutes > 59)
            return false;
        ticks = sign * (hours * TimeSpan.TicksPerHour + minutes * TimeSpan.TicksPerMinute);
        return true;
    }

    private static bool InRange(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    private static bool Mark(ReadOnlySpan<byte> text, ref int at, char mark)
    {
        if (at >= text.Length || text[at] != mark)
            return false;
        at++;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, ref int at, int count, out int value)
    {
        value = 0;
        for (int end = at + count; at < end; at++)
        {
            if (at >= text.Length || text[at] is < (byte)'0' or > (byte)'9')
                return false;
            value = value * 10 + text[at] - '0';
        }
        return true;
    }
}
