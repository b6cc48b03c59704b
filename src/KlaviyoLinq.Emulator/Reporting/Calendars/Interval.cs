namespace KlaviyoLinq.Emulator.Reporting.Calendars;

/// <summary>Lengths of the buckets of a report.</summary>
internal enum Interval
{
    Hour,
    Day,

    /// <summary>From Monday to Sunday.</summary>
    Week,
    Month,
}
