using KlaviyoLinq.Emulator.Reporting.Events;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Group of events with the same dimensions.</summary>
/// <param name="Dimensions">The texts of the dimensions.</param>
internal sealed record AggregateGroup(IReadOnlyList<string> Dimensions)
{
    private const string Event = "event";

    private readonly TallyRow _row = new();

    internal void Add(int bucket, EventRecord record) => _row.Add(bucket, Event, record.ProfileId, record.Value);

    /// <summary>The measurement in a bucket.</summary>
    internal decimal Measure(string measurement, int bucket) => Measure(measurement, _row[bucket]);

    /// <summary>The measurement in the whole range.</summary>
    internal decimal Measure(string measurement) => Measure(measurement, _row.Total);

    private static decimal Measure(string measurement, Tally tally) => measurement switch
    {
        "count" => tally.Count(Event),
        "sum_value" => tally.Sum(Event),
        "unique" => tally.Unique(Event),
        _ => throw new ArgumentOutOfRangeException(nameof(measurement), measurement, null),
    };
}
