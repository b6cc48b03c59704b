using System.Text.Json;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>The commands of reports read what the emulator computes from its events.</summary>
public sealed class EmulatedReportsTests : CommandTests
{
    private static readonly DateTimeOffset _from = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    protected override void Configure(KlaviyoEmulatorOptions options)
    {
        options.Data = new DataSize { Profiles = 200, Events = 3000 };
        options.TimeProvider = EmulatorClock.Standing(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Aggregates_are_the_groups_of_the_events()
    {
        string metric = MetricOf("Received Email");
        DateTimeOffset to = _from.AddDays(60);

        KlaviyoReport report = await Klaviyo.Reports.QueryMetricAggregatesAsync(new MetricAggregateQuery(metric, _from, to)
        {
            Measurements = ["count", "unique"],
            By = ["Email Domain"],
            Interval = "month",
            TimeZone = "UTC",
            Filters = ["any(Email Domain,[\"example.com\",\"example.org\"])"],
        });

        report.Times.Should().Equal(_from, _from.AddMonths(1));
        var expected =
            from e in Emulator.Resources("event")
            let attributes = e.GetProperty("attributes")
            let time = attributes.GetProperty("datetime").GetDateTimeOffset()
            let domain = Text(attributes.GetProperty("event_properties"), "Email Domain")
            where Related(e, "metric") == metric && time >= _from && time < to && domain is "example.com" or "example.org"
            group (time.Month, Profile: Related(e, "profile")) by domain into g
            orderby g.Key
            select $"{g.Key}: {g.Count(e => e.Month == 3)} {g.Count(e => e.Month == 4)} {Unique(g, 3)} {Unique(g, 4)}";
        report.Rows.Select(row => $"{row.Groupings["Email Domain"]}: {string.Join(' ', row.Statistics["count"].Concat(row.Statistics["unique"]))}")
            .Should().Equal(expected).And.HaveCount(2);

        static int Unique(IEnumerable<(int Month, string? Profile)> events, int month) =>
            events.Where(e => e.Month == month).Select(e => e.Profile).OfType<string>().Distinct().Count();
    }

    [Fact]
    public async Task All_pages_of_aggregates_are_read()
    {
        string metric = MetricOf("Viewed Product");
        for (int i = 0; i < 1001; i++)
            Emulator.Add($$$$"""
                {"type":"event","id":"URL{{{{i}}}}","attributes":{"datetime":"2026-03-02T00:00:00Z","event_properties":{"URL":"https://x.com/{{{{i:0000}}}}"}},
                "relationships":{"metric":{"data":{"type":"metric","id":"{{{{metric}}}}"}} } }
                """);

        KlaviyoReport report = await Klaviyo.Reports.QueryMetricAggregatesAsync(new MetricAggregateQuery(metric, _from, _from.AddDays(7)) { By = ["URL"] });

        Wire.Sent.Should().HaveCount(3);
        report.Rows.Select(row => row.Groupings["URL"]).Should().OnlyHaveUniqueItems().And.HaveCount(1002, "events without the dimension have an empty one");
        report.Rows.Should().OnlyContain(row => row.Statistics["count"].Count == 7);
    }

    [Fact]
    public async Task Reports_of_values_have_one_value_and_series_one_for_each_interval()
    {
        string metric = MetricOf("Placed Order");

        KlaviyoReport campaigns = await Klaviyo.Reports.QueryCampaignValuesAsync(new ReportQuery("delivered", "opens_unique", "open_rate")
        {
            Timeframe = "last_12_months", ConversionMetricId = metric, GroupBy = ["campaign_id", "campaign_message_id"],
            Filter = "equals(send_channel,\"email\")",
        });
        KlaviyoReport flows = await Klaviyo.Reports.QueryFlowValuesAsync(
            new ReportQuery("delivered", "conversion_value") { Timeframe = "last_30_days", ConversionMetricId = metric });
        KlaviyoReport series = await Klaviyo.Reports.QueryFlowSeriesAsync(
            new ReportQuery("delivered", "conversion_value") { Timeframe = "last_30_days", ConversionMetricId = metric, Interval = "daily" });

        campaigns.Rows.Select(row => row.Value("open_rate")).Should().NotBeEmpty().And.Equal(
            campaigns.Rows.Select(row => row.Value("delivered") == 0 ? 0 : row.Value("opens_unique") / row.Value("delivered")));
        campaigns.Times.Should().BeEmpty();
        series.Times.Should().HaveCount(30);
        series.Rows.Should().NotBeEmpty().And.OnlyContain(row => row.Statistics["delivered"].Count == 30);
        series.Rows.Select(row => (row.Groupings["flow_message_id"], row.Statistics["delivered"].Sum(), row.Statistics["conversion_value"].Sum()))
            .Should().Equal(flows.Rows.Select(row => (row.Groupings["flow_message_id"], row.Value("delivered"), row.Value("conversion_value"))));
    }

    [Fact]
    public async Task Forms_and_segments_are_reported()
    {
        KlaviyoReport segments = await Klaviyo.Reports.QuerySegmentValuesAsync(
            new ReportQuery("total_members", "members_added") { Timeframe = "last_30_days" });
        KlaviyoReport growth = await Klaviyo.Reports.QuerySegmentSeriesAsync(
            new ReportQuery("total_members", "members_added") { Timeframe = "last_30_days", Interval = "weekly" });
        KlaviyoReport forms = await Klaviyo.Reports.QueryFormValuesAsync(new ReportQuery("submits") { Timeframe = "last_30_days" });
        KlaviyoReport formSeries = await Klaviyo.Reports.QueryFormSeriesAsync(new ReportQuery("submits") { Timeframe = "last_7_days", Interval = "hourly" });

        segments.Rows.Should().HaveCount(Emulator.Count("segment"));
        growth.Rows.Select(row => (row.Groupings["segment_id"], row.Statistics["total_members"][^1], row.Statistics["members_added"].Sum()))
            .Should().Equal(segments.Rows.Select(row => (row.Groupings["segment_id"], row.Value("total_members"), row.Value("members_added"))));
        forms.Rows.Should().BeEmpty("the account has no events of forms");
        formSeries.Times.Should().HaveCount(7 * 24);
    }

    [Fact]
    public async Task A_refusal_has_klaviyos_pointer()
    {
        Func<Task> query = () => Klaviyo.Reports.QueryCampaignValuesAsync(
            new ReportQuery("opens") { Timeframe = "last_30_days", ConversionMetricId = MetricOf("Placed Order"), GroupBy = ["campaign_id"] });

        (await query.Should().ThrowAsync<KlaviyoValidationException>()).Which.Errors.Single().SourcePointer.Should().Be("/data/attributes/group_by");
    }

    private string MetricOf(string name) => Emulator.Resources("metric")
        .First(metric => metric.GetProperty("attributes").GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    private static string? Text(JsonElement properties, string name) => properties.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string? Related(JsonElement resource, string relationship) =>
        resource.GetProperty("relationships").GetProperty(relationship).GetProperty("data") is { ValueKind: JsonValueKind.Object } data
            ? data.GetProperty("id").GetString()
            : null;
}
