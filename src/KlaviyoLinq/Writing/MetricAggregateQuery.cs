namespace KlaviyoLinq.Writing;

/// <summary>Query of the aggregated events of a metric.</summary>
/// <param name="metricId">The id of the metric.</param>
/// <param name="from">The start of the period, which belongs to it.</param>
/// <param name="to">The end of the period, which does not belong to it: at most a year later.</param>
public sealed class MetricAggregateQuery(string metricId, DateTimeOffset from, DateTimeOffset to)
{
    /// <summary>Gets the id of the metric. Wire name: <c>metric_id</c>.</summary>
    public string MetricId => metricId;

    /// <summary>Gets the start of the period. Sent as <c>greater-or-equal(datetime,…)</c>.</summary>
    public DateTimeOffset From => from;

    /// <summary>Gets the end of the period. Sent as <c>less-than(datetime,…)</c>.</summary>
    public DateTimeOffset To => to;

    /// <summary>Gets the measurements: <c>count</c>, <c>sum_value</c> and <c>unique</c>; the default is <c>count</c>. Wire name: <c>measurements</c>.</summary>
    public IReadOnlyList<string> Measurements { get; init; } = ["count"];

    /// <summary>Gets the interval: <c>hour</c>, <c>day</c>, <c>week</c> or <c>month</c>; null, the default, for days. Wire name: <c>interval</c>.</summary>
    public string? Interval { get; init; }

    /// <summary>Gets the dimensions of the groups: <c>$attributed_flow</c>; null, the default, for one group. Wire name: <c>by</c>.</summary>
    public IReadOnlyList<string>? By { get; init; }

    /// <summary>Gets further conditions in Klaviyo's notation: <c>equals($attributed_channel,"email")</c>. Wire name: <c>filter</c>.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Gets the zone of the intervals, an IANA name: <c>Europe/Copenhagen</c>; null, the default, for UTC. Wire name: <c>timezone</c>.</summary>
    public string? TimeZone { get; init; }
}
