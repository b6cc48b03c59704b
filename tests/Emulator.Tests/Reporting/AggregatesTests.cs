using System.Net;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

[Trait("Category", "Culture")]
public sealed class AggregatesTests : IAsyncLifetime
{
    private readonly EventAccount _account = new();

    public Task InitializeAsync() => _account.InitializeAsync();

    public Task DisposeAsync() => _account.DisposeAsync();

    [Fact]
    public async Task The_first_bucket_begins_before_the_range_and_is_written_in_utc_but_counts_only_the_range()
    {
        // The zone, the start and the first date of a recorded answer.
        _account.Add(EventAccount.Metric, "2022-06-06T12:28:59+00:00");
        _account.Add(EventAccount.Metric, "2022-06-06T12:29:00+00:00");

        JsonElement answer = await Query("month", "US/Eastern", "2022-06-06T12:29:00", "2022-07-02T00:00:00");

        Dates(answer).Should().Equal("2022-06-01T04:00:00+00:00", "2022-07-01T04:00:00+00:00");
        Counts(answer).Should().Equal(1, 0);
    }

    [Fact]
    public async Task Weeks_begin_on_mondays()
    {
        JsonElement answer = await Query("week", "UTC", "2026-01-01T00:00:00", "2026-01-12T00:00:01");

        Dates(answer).Should().Equal("2025-12-29T00:00:00+00:00", "2026-01-05T00:00:00+00:00", "2026-01-12T00:00:00+00:00");
    }

    [Fact]
    public async Task A_day_on_which_clocks_change_has_23_or_25_hours()
    {
        Dates(await Query("hour", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")).Should().HaveCount(23);
        Dates(await Query("hour", "America/New_York", "2025-11-02T04:00:00Z", "2025-11-03T05:00:00Z")).Should().HaveCount(25);
        Dates(await Query("day", "America/New_York", "2025-11-02T04:00:00Z", "2025-11-03T05:00:01Z"))
            .Should().Equal("2025-11-02T04:00:00+00:00", "2025-11-03T05:00:00+00:00");
    }

    [Fact]
    public async Task A_day_whose_midnight_does_not_exist_begins_after_it() =>
        Dates(await Query("day", "Africa/Cairo", "2025-04-24T12:00:00Z", "2025-04-26T00:00:00Z"))
            .Should().Equal("2025-04-23T22:00:00+00:00", "2025-04-24T22:00:00+00:00", "2025-04-25T21:00:00+00:00");

    [Fact]
    public async Task Without_an_interval_and_a_zone_the_buckets_are_days_of_utc()
    {
        JsonElement answer = await Attributes(
            new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3), interval = (string?)null });

        Dates(answer).Should().Equal("2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00");
    }

    [Fact]
    public async Task Without_dimensions_there_is_one_row_also_without_events_and_with_them_there_is_none()
    {
        JsonElement one = await Attributes(new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3) });
        JsonElement none = await Attributes(
            new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3), by = new[] { "$flow" } });

        one.GetProperty("data").GetRawText().Should().Be("""[{"dimensions":[],"measurements":{"count":[0,0]}}]""");
        none.GetProperty("data").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task An_event_belongs_to_the_range_from_its_start_up_to_its_end()
    {
        foreach (string time in new[] { "2025-12-31T23:59:59.999999Z", "2026-01-01T00:00:00Z", "2026-01-02T23:59:59.999999+00:00", "2026-01-03T00:00:00Z" })
            _account.Add(EventAccount.Metric, time);

        Counts(await Attributes(new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3) })).Should().Equal(1, 1);
    }

    [Fact]
    public async Task Pages_follow_the_cursor_in_the_body_and_cover_every_group_once()
    {
        for (int i = 0; i < 11; i++)
            _account.Add(EventAccount.Metric, "2026-01-01T10:00:00Z", null, ("URL", $"https://example.com/{i:00}"));
        List<string> urls = [];
        string? cursor = null;
        int pages = 0;
        do
        {
            Answer answer = await Report.Send(_account.Client, "metric-aggregate", Paged(cursor));
            JsonElement[] rows = [.. answer.Body.GetProperty("data").GetProperty("attributes").GetProperty("data").EnumerateArray()];
            rows.Should().HaveCount(pages < 2 ? 4 : 3);
            urls.AddRange(rows.Select(row => row.GetProperty("dimensions")[0].GetString()!));
            string? next = answer.Body.GetProperty("links").GetProperty("next").GetString();
            cursor = next is null ? null : next[(next.IndexOf("?page_cursor=", StringComparison.Ordinal) + "?page_cursor=".Length)..];
            pages++;
        }
        while (cursor is not null);

        pages.Should().Be(3);
        urls.Should().BeEquivalentTo(Enumerable.Range(0, 11).Select(i => $"https://example.com/{i:00}"));

        static object Paged(string? cursor)
        {
            var body = new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 2), by = new[] { "URL" }, page_size = 4 };
            return cursor is null ? body : new { body.metric_id, body.measurements, body.filter, body.by, body.page_size, page_cursor = cursor };
        }
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_refused()
    {
        _account.Add(EventAccount.Metric, "2026-01-01T10:00:00Z", null, ("URL", "a"));
        _account.Add(EventAccount.Metric, "2026-01-01T10:00:00Z", null, ("URL", "b"));
        Answer first = await Report.Send(
            _account.Client, "metric-aggregate",
            new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 2), by = new[] { "URL" }, page_size = 1 });
        string cursor = first.Body.GetProperty("links").GetProperty("next").GetString()!.Split("page_cursor=")[1];

        Answer answer = await Report.Send(
            _account.Client, "metric-aggregate",
            new
            {
                metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3), by = new[] { "URL" }, page_size = 1,
                page_cursor = cursor,
            });

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/attributes/page_cursor");
    }

    [Theory]
    [InlineData("URL", "a b c")]
    [InlineData("-URL", "c b a")]
    [InlineData("count", "b c a")]
    [InlineData("-sum_value", "c a b")]
    public async Task Groups_are_sorted_by_a_dimension_or_by_a_measurement_of_the_whole_range(string sort, string expected)
    {
        (string, string, decimal)[] events = [("a", "01", 1), ("a", "02", 1), ("a", "02", 1), ("b", "01", 2), ("c", "01", 3), ("c", "02", 4)];
        foreach ((string url, string day, decimal value) in events)
            _account.Add(EventAccount.Metric, $"2026-01-{day}T10:00:00Z", null, ("URL", url), ("$value", value));

        JsonElement answer = await Attributes(
            new { metric_id = EventAccount.Metric, measurements = new[] { "count", "sum_value" }, filter = Range(1, 3), by = new[] { "URL" }, sort });

        string.Join(' ', answer.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("dimensions")[0].GetString())).Should().Be(expected);
    }

    [Fact]
    public async Task Fields_are_chosen_in_the_body_and_in_the_query_string()
    {
        JsonElement body = await Attributes(
            new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3), return_fields = new[] { "dates" } });
        JsonElement parameter = await Report.Attributes(
            _account.Client, "metric-aggregate", new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = Range(1, 3) },
            "?fields[metric-aggregate]=data,id");

        body.EnumerateObject().Select(member => member.Name).Should().Equal("dates");
        parameter.EnumerateObject().Select(member => member.Name).Should().Equal("data");
    }

    [Fact]
    public async Task Amounts_that_are_not_numbers_add_nothing_and_the_same_question_has_the_same_answer()
    {
        _account.Add(EventAccount.Metric, "2026-01-01T10:00:00Z", "P1", ("$value", "12.50"));
        _account.Add(EventAccount.Metric, "2026-01-01T11:00:00Z", "P1", ("$value", "free"));
        _account.Add(EventAccount.Metric, "2026-01-01T12:00:00Z", null, ("$value", 1e300));
        var query = new { metric_id = EventAccount.Metric, measurements = new[] { "sum_value", "unique" }, filter = Range(1, 2) };

        Answer first = await Report.Send(_account.Client, "metric-aggregate", query);
        Answer again = await Report.Send(_account.Client, "metric-aggregate", query);

        first.Body.GetProperty("data").GetProperty("attributes").GetProperty("data")[0].GetProperty("measurements").GetRawText()
            .Should().Be("""{"sum_value":[12.50],"unique":[1]}""");
        again.Body.GetRawText().Should().Be(first.Body.GetRawText());
    }

    internal static string[] Range(int from, int to) =>
        [$"greater-or-equal(datetime,2026-01-{from:00}T00:00:00)", $"less-than(datetime,2026-01-{to:00}T00:00:00)"];

    private Task<JsonElement> Attributes(object attributes) => Report.Attributes(_account.Client, "metric-aggregate", attributes);

    private Task<JsonElement> Query(string interval, string timezone, string from, string to) => Attributes(new
    {
        metric_id = EventAccount.Metric,
        measurements = new[] { "count" },
        interval,
        timezone,
        filter = new[] { $"greater-or-equal(datetime,{from})", $"less-than(datetime,{to})" },
    });

    private static IEnumerable<string?> Dates(JsonElement answer) => answer.GetProperty("dates").EnumerateArray().Select(date => date.GetString());

    private static IEnumerable<int> Counts(JsonElement answer) =>
        answer.GetProperty("data")[0].GetProperty("measurements").GetProperty("count").EnumerateArray().Select(count => count.GetInt32());
}
