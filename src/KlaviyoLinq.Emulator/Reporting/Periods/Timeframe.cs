using System.Text.Json;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Periods;

/// <summary>Period of a report: whole days of the account's time zone.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, which belongs to the period.</param>
internal readonly record struct Timeframe(DateOnly First, DateOnly Last)
{
    private const string Place = "/data/attributes/timeframe";

    /// <summary>The number of days between the two.</summary>
    internal int Length => Last.DayNumber - First.DayNumber;

    /// <summary>Reads a period.</summary>
    /// <param name="json">The object: a key, or a start and an end, whose offsets Klaviyo ignores.</param>
    /// <param name="today">The current day.</param>
    internal static (Timeframe Timeframe, ApiError? Error) Read(JsonElement json, DateOnly today)
    {
        if (json.TryGetProperty("key", out JsonElement key))
            return (Named(key.GetString()!, today), null);
        Timeframe given = new(DateOf(json, "start"), DateOf(json, "end"));
        return (given, given.Check());
    }

    private ApiError? Check()
    {
        if (First.Year is < 1971 or > 9000 || Last.Year is < 1971 or > 9000)
            return BodyFault.At(Place, "The time frame is out of range.");
        if (Last < First)
            return BodyFault.At(Place + "/end", "The end of the time frame may not be before its start.");
        return First.AddYears(1) < Last ? BodyFault.At(Place, "The time frame may not be longer than one year.") : null;
    }

    /// <summary>The period of a key. Weeks begin on Mondays, and periods that last up to now end with the current day.</summary>
    private static Timeframe Named(string key, DateOnly today)
    {
        DateOnly week = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        DateOnly month = new(today.Year, today.Month, 1);
        DateOnly year = new(today.Year, 1, 1);
        return key switch
        {
            "today" => new(today, today),
            "yesterday" => new(today.AddDays(-1), today.AddDays(-1)),
            "this_week" => new(week, today),
            "last_week" => new(week.AddDays(-7), week.AddDays(-1)),
            "this_month" => new(month, today),
            "last_month" => new(month.AddMonths(-1), month.AddDays(-1)),
            "this_year" => new(year, today),
            "last_year" => new(year.AddYears(-1), year.AddDays(-1)),
            "last_7_days" => new(today.AddDays(-6), today),
            "last_30_days" => new(today.AddDays(-29), today),
            "last_90_days" => new(today.AddDays(-89), today),
            "last_365_days" => new(today.AddDays(-364), today),
            "last_3_months" => new(today.AddMonths(-3).AddDays(1), today),
            "last_12_months" => new(today.AddMonths(-12).AddDays(1), today),
            _ => throw new ArgumentOutOfRangeException(nameof(key), key, null),
        };
    }

    private static DateOnly DateOf(JsonElement json, string name) => DateOnly.FromDateTime(json.GetProperty(name).GetDateTimeOffset().DateTime);
}
