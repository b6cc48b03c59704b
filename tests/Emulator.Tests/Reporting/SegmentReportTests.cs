using System.Globalization;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

public sealed class SegmentReportTests : IAsyncLifetime
{
    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = new DataSize { Profiles = 500, Events = 0, Campaigns = 0 };
            options.TimeProvider = new FixedClock("2026-07-01T12:00:00Z");
        });
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Members_are_counted_by_the_moment_at_which_they_joined()
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(
            _emulator.Resources("account")[0].GetProperty("attributes").GetProperty("timezone").GetString()!);
        Dictionary<string, List<DateOnly>> joined = _emulator.Resources("segment").ToDictionary(
            segment => segment.GetProperty("id").GetString()!,
            segment => segment.GetProperty("relationships").GetProperty("profiles").GetProperty("data").EnumerateArray()
                .Select(profile => profile.GetProperty("meta").GetProperty("joined_group_at").GetString()!)
                .Select(moment => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))
                .Select(moment => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime))
                .ToList());
        DateOnly[] days = [.. Enumerable.Range(0, 41).Select(day => new DateOnly(2025, 3, 1).AddDays(day))];

        JsonElement answer = await Report.Attributes(_client, "segment-series-report", new
        {
            statistics = Report.Statistics("segment-series-report"),
            timeframe = new { start = "2025-03-01T00:00:00Z", end = "2025-04-10T00:00:00Z" },
            interval = "daily",
        });
        List<JsonElement> values = await Report.Rows(
            _client, "segment-values-report",
            new { statistics = Report.Statistics("segment-values-report"), timeframe = new { start = "2025-03-01T00:00:00Z", end = "2025-04-10T00:00:00Z" } });

        List<JsonElement> rows = [.. answer.GetProperty("results").EnumerateArray()];
        rows.Select(row => row.Grouping("segment_id")).Should().Equal(joined.Keys.Order(StringComparer.Ordinal), "all segments are there");
        foreach ((JsonElement row, JsonElement value) in rows.Zip(values))
        {
            List<DateOnly> members = joined[row.Grouping("segment_id")!];
            row.Values("members_added").Should().Equal(days.Select(day => (decimal)members.Count(member => member == day)));
            row.Values("net_members_changed").Should().Equal(row.Values("members_added"));
            row.Values("total_members").Should().Equal(days.Select(day => (decimal)members.Count(member => member <= day)));
            row.Values("members_removed").Should().OnlyContain(removed => removed == 0);
            value.Value("total_members").Should().Be(row.Values("total_members")[^1]);
            value.Value("members_added").Should().Be(row.Values("members_added").Sum());
        }

        rows.Sum(row => row.Values("members_added").Sum()).Should().BePositive();
    }

    [Fact]
    public async Task A_filter_chooses_segments()
    {
        string[] ids = [.. _emulator.Resources("segment").Select(segment => segment.GetProperty("id").GetString()!)];

        List<JsonElement> rows = await Report.Rows(_client, "segment-values-report", new
        {
            statistics = new[] { "total_members" }, timeframe = new { key = "yesterday" }, filter = $"""any(segment_id,["{ids[3]}","{ids[1]}","other"])""",
        });

        rows.Select(row => row.Grouping("segment_id")).Should().BeEquivalentTo(ids[3], ids[1]);
    }
}
