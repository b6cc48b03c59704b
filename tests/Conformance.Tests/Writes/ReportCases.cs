using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Conformance.Tests.Writes;

/// <summary>Reports. They change nothing; their rows are compared with the account's events by the tests of the emulator.</summary>
internal static class ReportCases
{
    private static readonly DateTimeOffset _from = new(2025, 9, 1, 0, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<WriteCase> All { get; } =
    [
        Report("query_metric_aggregates", w => w.Klaviyo.Reports.QueryMetricAggregatesAsync(
            new MetricAggregateQuery(w.Id("metric"), _from, _from.AddMonths(3)) { Measurements = ["count", "sum_value", "unique"], Interval = "day" })),
        Report("query_campaign_values", w => w.Klaviyo.Reports.QueryCampaignValuesAsync(new ReportQuery("opens", "open_rate")
        {
            Timeframe = "last_12_months", ConversionMetricId = w.Id("metric"), GroupBy = ["campaign_id", "campaign_message_id"],
        })),
        Report("query_flow_values", w => w.Klaviyo.Reports.QueryFlowValuesAsync(new ReportQuery("opens", "open_rate")
        {
            Timeframe = "last_12_months", ConversionMetricId = w.Id("metric"), GroupBy = ["flow_id", "flow_message_id"],
        })),
        Report("query_flow_series", w => w.Klaviyo.Reports.QueryFlowSeriesAsync(new ReportQuery("opens", "open_rate")
        {
            Timeframe = "last_30_days", Interval = "daily", ConversionMetricId = w.Id("metric"), GroupBy = ["flow_id", "flow_message_id"],
        })),
        Report("query_form_values", w => w.Klaviyo.Reports.QueryFormValuesAsync(new ReportQuery("submits") { Timeframe = "last_12_months" })),
        Report("query_form_series", w => w.Klaviyo.Reports.QueryFormSeriesAsync(new ReportQuery("submits") { Timeframe = "last_30_days", Interval = "daily" })),
        Report("query_segment_values", w => w.Klaviyo.Reports.QuerySegmentValuesAsync(new ReportQuery("total_members") { Timeframe = "last_30_days" })),
        Report("query_segment_series", w => w.Klaviyo.Reports.QuerySegmentSeriesAsync(
            new ReportQuery("total_members") { Timeframe = "last_30_days", Interval = "daily" })),
    ];

    private static WriteCase Report(string operation, Func<WriteWorld, Task<KlaviyoReport>> query) =>
        new(operation, async world => (await query(world)).Rows.Should().NotContainNulls()) { ThenAsync = Effect.None };
}
