using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Periods of reports: whole days of the account's zone, both ends included.</summary>
public sealed class TimeframeTests : ShopAccount
{
    [Theory]
    [InlineData("today", "2026-07-15", "2026-07-15")]
    [InlineData("yesterday", "2026-07-14", "2026-07-14")]
    [InlineData("this_week", "2026-07-13", "2026-07-15")]
    [InlineData("last_week", "2026-07-06", "2026-07-12")]
    [InlineData("this_month", "2026-07-01", "2026-07-15")]
    [InlineData("last_month", "2026-06-01", "2026-06-30")]
    [InlineData("this_year", "2026-01-01", "2026-07-15")]
    [InlineData("last_year", "2025-01-01", "2025-12-31")]
    [InlineData("last_7_days", "2026-07-09", "2026-07-15")]
    [InlineData("last_30_days", "2026-06-16", "2026-07-15")]
    [InlineData("last_90_days", "2026-04-17", "2026-07-15")]
    [InlineData("last_365_days", "2025-07-16", "2026-07-15")]
    [InlineData("last_3_months", "2026-04-16", "2026-07-15")]
    [InlineData("last_12_months", "2025-07-16", "2026-07-15")]
    public async Task A_key_names_whole_days(string key, string first, string last) => await Spans(new { key }, $"{first}T00:00:00Z", $"{last}T23:59:59.9Z");

    [Fact]
    public async Task The_times_and_offsets_of_a_custom_period_are_ignored() => await Spans(
        new { start = "2026-03-05T22:00:00-08:00", end = "2026-03-07T01:00:00+09:00" }, "2026-03-05T00:00:00Z", "2026-03-07T23:59:59.9Z");

    [Fact]
    public async Task Days_are_those_of_the_accounts_zone()
    {
        Emulator.Add("""{"type":"account","id":"A","attributes":{"timezone":"America/New_York"}}""");

        await Spans(new { start = "2026-03-07T00:00:00Z", end = "2026-03-08T00:00:00Z" }, "2026-03-07T05:00:00Z", "2026-03-09T03:59:59.9Z");
        JsonElement series = await Report.Attributes(Client, "flow-series-report", new
        {
            statistics = new[] { "delivered" }, timeframe = new { start = "2026-03-07T00:00:00Z", end = "2026-03-09T00:00:00Z" }, interval = "daily",
            conversion_metric_id = Order,
        });
        series.GetProperty("date_times").EnumerateArray().Select(date => date.GetString())
            .Should().Equal("2026-03-07T05:00:00+00:00", "2026-03-08T05:00:00+00:00", "2026-03-09T04:00:00+00:00");
    }

    /// <summary>Checks that the first and last instants of a period count, and those before and after do not.</summary>
    private async Task Spans(object timeframe, string first, string last)
    {
        DateTimeOffset start = DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture);
        DateTimeOffset end = DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
        foreach (DateTimeOffset time in new[] { start.AddSeconds(-0.1), start, end, end.AddSeconds(0.1) })
            Happens("Received Email", time.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", System.Globalization.CultureInfo.InvariantCulture), "P1", "M1");

        List<JsonElement> rows = await Report.Rows(
            Client, "campaign-values-report", new { statistics = new[] { "delivered" }, timeframe, conversion_metric_id = Order });

        rows.Single().Value("delivered").Should().Be(2);
    }
}
