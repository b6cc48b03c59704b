namespace KlaviyoLinq.Emulator.Reporting.Calendars;

/// <summary>Hours, days, weeks and months of a time zone as spans of UTC ticks. Each instant belongs to one of them, also where clocks change.</summary>
internal sealed class ZoneCalendar(TimeZoneInfo zone)
{
    /// <summary>Time by which a date can begin before or after the same date of UTC, and an hour more.</summary>
    private const long Margin = 15 * TimeSpan.TicksPerHour;

    internal static ZoneCalendar Utc { get; } = new(TimeZoneInfo.Utc);

    internal DateOnly DateOf(long ticks) => DateOnly.FromDateTime(LocalOf(ticks));

    /// <summary>The first instant of a date. It is later than midnight where clocks skip midnight.</summary>
    internal long StartOf(DateOnly date)
    {
        long middle = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;
        return First(middle - Margin, middle + Margin, ticks => DateOf(ticks) >= date);
    }

    /// <summary>The start of the bucket that an instant belongs to.</summary>
    internal long StartOf(Interval interval, long ticks) => interval == Interval.Hour ? HourOf(ticks) : StartOf(FirstDateOf(interval, DateOf(ticks)));

    /// <summary>The starts of all buckets between two instants; the first is that of the bucket in which the range begins.</summary>
    internal long[] StartsOf(Interval interval, long from, long to)
    {
        List<long> starts = [];
        for (long start = StartOf(interval, from); start < to; start = NextOf(interval, start))
            starts.Add(start);
        return [.. starts];
    }

    private long NextOf(Interval interval, long start)
    {
        if (interval == Interval.Hour)
            return HourOf(start + TimeSpan.TicksPerHour);
        long next = start;
        // A date that clocks skip as a whole begins where the next one does.
        for (DateOnly date = FirstDateOf(interval, DateOf(start)); next <= start;)
        {
            date = interval switch
            {
                Interval.Day => date.AddDays(1),
                Interval.Week => date.AddDays(7),
                _ => date.AddMonths(1),
            };
            next = StartOf(date);
        }
        return next;
    }

    private static DateOnly FirstDateOf(Interval interval, DateOnly date) => interval switch
    {
        Interval.Week => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
        Interval.Month => new DateOnly(date.Year, date.Month, 1),
        _ => date,
    };

    private long HourOf(long ticks)
    {
        long start = ticks - LocalOf(ticks).Ticks % TimeSpan.TicksPerHour;
        TimeSpan offset = OffsetOf(ticks);
        // Clocks that change by half an hour cut an hour in two.
        return OffsetOf(start) == offset ? start : First(start, ticks, instant => OffsetOf(instant) == offset);
    }

    private DateTime LocalOf(long ticks) => new(ticks + OffsetOf(ticks).Ticks);

    private TimeSpan OffsetOf(long ticks) => zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Utc));

    /// <summary>The first full second after <paramref name="low"/> at which a condition is true that stays true up to <paramref name="high"/>.</summary>
    private static long First(long low, long high, Func<long, bool> isReached)
    {
        for (long seconds = (high - low) / TimeSpan.TicksPerSecond; seconds > 1;)
        {
            long middle = low + seconds / 2 * TimeSpan.TicksPerSecond;
            if (isReached(middle))
                seconds /= 2;
            else
                (low, seconds) = (middle, seconds - seconds / 2);
        }
        return low + TimeSpan.TicksPerSecond;
    }
}
