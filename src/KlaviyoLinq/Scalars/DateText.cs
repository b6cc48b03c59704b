namespace KlaviyoLinq.Scalars;

/// <summary>
/// Dates as Klaviyo writes them: <c>2026-07-01T22:35:06+00:00</c>, with a fraction of up to seven kept digits, with <c>Z</c>, <c>+0000</c> or no
/// offset at all (which means UTC), with a space for the <c>T</c>, without seconds, or the date alone.
/// </summary>
internal static class DateText
{
    private const int DateLength = 10;
    private const int UsualLength = 25;

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        if (!TryTakeDate(text, out DateTime day) || (text.Length > DateLength && !TryParse(text, out DateTimeOffset _)))
            return false;
        date = DateOnly.FromDateTime(day);
        return true;
    }

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        if (TryParseUsual(text, out moment))
            return true;
        if (!TryTakeDate(text, out DateTime day))
            return false;

        ReadOnlySpan<byte> rest = text[DateLength..];
        long offset = 0;
        if (!rest.IsEmpty)
        {
            if (rest[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || !TryTakeTime(ref rest, out long sinceMidnight) || !TryTakeOffset(rest, out offset))
                return false;
            day = day.AddTicks(sinceMidnight);
        }

        long utc = day.Ticks - offset;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            return false;
        moment = new DateTimeOffset(day, new TimeSpan(offset));
        return true;
    }

    /// <summary>The one form that nearly all have, <c>2026-07-01T22:35:06+00:00</c>, without looking for the others.</summary>
    private static bool TryParseUsual(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length != UsualLength
            || !text.EndsWith("+00:00"u8)
            || text[4] != '-'
            || text[7] != '-'
            || text[10] != 'T'
            || text[13] != ':'
            || text[16] != ':')
            return false;
        int year = (Two(text, 0) * 100) + Two(text, 2);
        int month = Two(text, 5);
        int day = Two(text, 8);
        int hour = Two(text, 11);
        int minute = Two(text, 14);
        int second = Two(text, 17);
        bool isOne = (year | month | day | hour | minute | second) >= 0
            && year > 0
            && month is >= 1 and <= 12
            && day >= 1
            && hour <= 23
            && minute <= 59
            && second <= 59
            && day <= DateTime.DaysInMonth(year, month);
        if (isOne)
            moment = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second), TimeSpan.Zero);
        return isOne;
    }

    /// <summary>A number of two digits; one far below zero where they are none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        uint tens = text[at] - (uint)'0';
        uint ones = text[at + 1] - (uint)'0';
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -10_000;
    }

    private static bool TryTakeDate(ReadOnlySpan<byte> text, out DateTime day)
    {
        day = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..10], out int dayOfMonth)
            || year == 0 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateTime(year, month, dayOfMonth);
        return true;
    }

    /// <summary>Takes <c>THH:mm[:ss[.fffffff]]</c> and leaves the offset.</summary>
    private static bool TryTakeTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 6 || text[3] != ':'
            || !TryDigits(text[1..3], out int hour) || !TryDigits(text[4..6], out int minute) || hour > 23 || minute > 59)
            return false;
        text = text[6..];
        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);

        if (text.IsEmpty || text[0] != ':')
            return true;
        if (text.Length < 3 || !TryDigits(text[1..3], out int second) || second > 59)
            return false;
        text = text[3..];
        ticks += second * TimeSpan.TicksPerSecond;
        return text.IsEmpty || text[0] is not ((byte)'.' or (byte)',') || TryTakeFraction(ref text, ref ticks);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        int length = 1;
        for (long worth = TimeSpan.TicksPerSecond / 10; length < text.Length && char.IsAsciiDigit((char)text[length]); length++, worth /= 10)
            ticks += (text[length] - '0') * worth;
        bool any = length > 1;
        text = text[length..];
        return any;
    }

    /// <summary>Reads the offset: none, <c>Z</c>, <c>±HH</c>, <c>±HHmm</c> or <c>±HH:mm</c>.</summary>
    private static bool TryTakeOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
            return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != ':')
            || !TryDigits(text[1..3], out int hours))
            return false;

        int minutes = 0;
        if (text.Length > 3 && (!TryDigits(text[^2..], out minutes) || minutes > 59))
            return false;
        ticks = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        if (ticks > 14 * TimeSpan.TicksPerHour)
            return false;
        if (text[0] == '-')
            ticks = -ticks;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (byte digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
