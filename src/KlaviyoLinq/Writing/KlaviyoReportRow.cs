namespace KlaviyoLinq.Writing;

/// <summary>One group of a report.</summary>
/// <param name="Groupings">The values of the group by their wire names: <c>campaign_id</c>, <c>$attributed_flow</c>.</param>
/// <param name="Statistics">
/// The values by the wire names of the statistics: one for a report of values, one for each of <see cref="KlaviyoReport.Times"/> for a series. A value that
/// Klaviyo
/// cannot compute is null.
/// </param>
public sealed record KlaviyoReportRow(IReadOnlyDictionary<string, string?> Groupings, IReadOnlyDictionary<string, IReadOnlyList<decimal?>> Statistics)
{
    /// <summary>Returns the value of a statistic of a report of values.</summary>
    /// <param name="statistic">The wire name: <c>open_rate</c>.</param>
    /// <exception cref="KeyNotFoundException">The statistic was not queried.</exception>
    /// <exception cref="InvalidOperationException">The report is a series.</exception>
    public decimal? Value(string statistic) => Statistics[statistic] is [var value]
        ? value
        : throw new InvalidOperationException($"{statistic} has a value for each interval: read Statistics[\"{statistic}\"].");
}
