namespace KlaviyoLinq.Writing;

/// <summary>
/// Query of a report on campaigns, flows, forms or segments. Names are those of the wire, such as <c>open_rate</c>; Klaviyo rejects one that the report
/// does not
/// have.
/// </summary>
/// <param name="statistics">The statistics: <c>opens</c>, <c>open_rate</c>.</param>
public sealed class ReportQuery(params IEnumerable<string> statistics)
{
    /// <summary>Gets the statistics. Wire name: <c>statistics</c>.</summary>
    public IReadOnlyList<string> Statistics { get; } = [.. statistics];

    /// <summary>
    /// Gets the period by its name: <c>last_30_days</c>; null, the default, where <see cref="From"/> and <see cref="To"/> are given. Wire name:
    /// <c>timeframe.key</c>.
    /// </summary>
    public string? Timeframe { get; init; }

    /// <summary>Gets the start of the period, in the zone of the account; Klaviyo ignores the offset. Wire name: <c>timeframe.start</c>.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the end of the period, which belongs to it; Klaviyo ignores the offset. Wire name: <c>timeframe.end</c>.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Gets the interval of a series: <c>hourly</c>, <c>daily</c>, <c>weekly</c> or <c>monthly</c>. Wire name: <c>interval</c>.</summary>
    public string? Interval { get; init; }

    /// <summary>Gets the id of the metric of the conversions, which reports on campaigns and flows require. Wire name: <c>conversion_metric_id</c>.</summary>
    public string? ConversionMetricId { get; init; }

    /// <summary>Gets the groupings; null, the default, for those of Klaviyo. Wire name: <c>group_by</c>.</summary>
    public IReadOnlyList<string>? GroupBy { get; init; }

    /// <summary>Gets the filter in Klaviyo's notation: <c>equals(campaign_id,"01H")</c>; null, the default, for none. Wire name: <c>filter</c>.</summary>
    public string? Filter { get; init; }
}
