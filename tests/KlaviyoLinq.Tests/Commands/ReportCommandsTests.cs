using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

public sealed class ReportCommandsTests : CommandTests
{
    private static readonly DateTimeOffset _from = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Values_are_read_page_by_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            """
            {"data":{"type":"campaign-values-report","attributes":{"results":[{"groupings":{"campaign_id":"A"},"statistics":{"opens":3,"open_rate":0.25}}]}},
            "links":{"self":null,"next":"https://a.klaviyo.com/api/campaign-values-reports?page_cursor=bz%3D","prev":null}}
            """,
            """
            {"data":{"type":"campaign-values-report","attributes":{"results":[{"groupings":{"campaign_id":"B"},"statistics":{"opens":4,"open_rate":null}}]}},
            "links":{"self":null,"next":null,"prev":null}}
            """);
        using KlaviyoContext klaviyo = NewContext(options => (options.BaseAddress, options.ReadOnly) = (server.Address, true));

        KlaviyoReport report = await klaviyo.Reports.QueryCampaignValuesAsync(
            new ReportQuery("opens", "open_rate") { Timeframe = "last_30_days", ConversionMetricId = "M", GroupBy = ["campaign_id", "campaign_message_id"] });

        Wire.Sent.Select(request => request.Uri).Should().Equal("/api/campaign-values-reports", "/api/campaign-values-reports?page_cursor=bz%3D");
        LastBodyIs("""
            {"data":{"type":"campaign-values-report","attributes":{"statistics":["opens","open_rate"],"timeframe":{"key":"last_30_days"},"conversion_metric_id":"M",
            "group_by":["campaign_id","campaign_message_id"]}}}
            """);
        report.Rows.Select(row => (row.Groupings["campaign_id"], row.Value("opens"), row.Value("open_rate"))).Should().Equal(("A", 3m, 0.25m), ("B", 4m, null));
    }

    [Fact]
    public async Task Aggregates_have_a_value_for_each_interval()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            """
            {"data":{"type":"metric-aggregate","attributes":{"dates":["2026-01-01T00:00:00+00:00","2026-01-02T00:00:00+00:00"],
            "data":[{"dimensions":["F1"],"measurements":{"count":[1,2],"sum_value":[9.99,0]}}]}},"links":{"self":null,"next":null,"prev":null}}
            """);
        using KlaviyoContext klaviyo = NewContext(options => options.BaseAddress = server.Address);

        KlaviyoReport report = await klaviyo.Reports.QueryMetricAggregatesAsync(new MetricAggregateQuery("M", _from, _from.AddDays(2))
        {
            Measurements = ["count", "sum_value"],
            By = ["$attributed_flow"],
            Interval = "day",
            TimeZone = "UTC",
            Filters = ["equals($attributed_channel,\"email\")"],
        });

        LastBodyIs("""
            {"data":{"type":"metric-aggregate","attributes":{"metric_id":"M","measurements":["count","sum_value"],"interval":"day","by":["$attributed_flow"],
            "filter":["greater-or-equal(datetime,2026-01-01T00:00:00Z)","less-than(datetime,2026-01-03T00:00:00Z)","equals($attributed_channel,\"email\")"],"timezone":"UTC"}}}
            """);
        report.Times.Should().Equal(_from, _from.AddDays(1));
        report.Rows.Single().Groupings["$attributed_flow"].Should().Be("F1");
        report.Rows.Single().Statistics["sum_value"].Should().Equal(9.99m, 0m);
    }

    [Fact]
    public void Each_report_has_an_operation_of_its_own()
    {
        var values = new ReportQuery("total_members") { From = _from, To = _from.AddDays(1) };
        var series = new ReportQuery("total_members") { Timeframe = "last_7_days", Interval = "daily" };
        var flows = new ReportQuery("opens") { Timeframe = "last_7_days", ConversionMetricId = "M" };
        var flowSeries = new ReportQuery("opens") { Timeframe = "last_7_days", ConversionMetricId = "M", Interval = "daily" };
        var forms = new ReportQuery("submits") { Timeframe = "last_7_days" };
        var formSeries = new ReportQuery("submits") { Timeframe = "last_7_days", Interval = "daily" };

        Path(r => r.QuerySegmentValuesAsync(values)).Should().Be("/api/segment-values-reports");
        Path(r => r.QuerySegmentSeriesAsync(series)).Should().Be("/api/segment-series-reports");
        Path(r => r.QueryFlowValuesAsync(flows)).Should().Be("/api/flow-values-reports");
        Path(r => r.QueryFlowSeriesAsync(flowSeries)).Should().Be("/api/flow-series-reports");
        Path(r => r.QueryFormValuesAsync(forms)).Should().Be("/api/form-values-reports");
        Path(r => r.QueryFormSeriesAsync(formSeries)).Should().Be("/api/form-series-reports");
    }

    [Fact]
    public async Task A_report_without_a_period_is_refused_before_anything_is_sent()
    {
        Func<Task> query = () => Klaviyo.Reports.QuerySegmentValuesAsync(new ReportQuery("total_members"));

        await query.Should().ThrowAsync<KlaviyoCommandRefusedException>().WithMessage("*timeframe*");
        Wire.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_report_whose_cursor_repeats_is_not_read_for_ever()
    {
        const string Page = """{"data":{"type":"form-values-report","attributes":{"results":[]}},"links":{"next":"https://a.klaviyo.com/x?page_cursor=a"}}""";
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(Page));
        using KlaviyoContext klaviyo = NewContext(options => options.BaseAddress = server.Address);

        Func<Task> query = () => klaviyo.Reports.QueryFormValuesAsync(new ReportQuery("submits") { Timeframe = "today" });

        await query.Should().ThrowAsync<KlaviyoProtocolException>();
    }

    private string Path(Func<KlaviyoReports, Task> query) => Klaviyo.Explain(() => query(Klaviyo.Reports)).Requests.Single().Path;
}
