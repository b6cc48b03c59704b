using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Periods;

/// <summary>Interval of a series, with the longest period that it may cut into pieces.</summary>
internal static class SeriesInterval
{
    internal static Interval Of(string name) => name switch
    {
        "hourly" => Interval.Hour,
        "daily" => Interval.Day,
        "weekly" => Interval.Week,
        "monthly" => Interval.Month,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>Checks that a period is not too long.</summary>
    internal static ApiError? Check(string name, Timeframe timeframe)
    {
        (int days, string text) = name switch
        {
            "hourly" => (7, "7 days"),
            "daily" => (60, "60 days"),
            "monthly" => (52 * 7, "52 weeks"),
            _ => (366, "one year"),
        };
        return timeframe.Length > days
            ? BodyFault.At("/data/attributes/interval", $"With the interval '{name}' the time frame may not be longer than {text}.")
            : null;
    }
}
