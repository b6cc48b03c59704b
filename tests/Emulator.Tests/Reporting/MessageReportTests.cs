using System.Text.Json;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Reports on campaigns and flows are counted from the events of their messages.</summary>
public sealed class MessageReportTests : ShopAccount
{
    [Fact]
    public async Task The_statistics_of_a_message_are_those_of_its_events()
    {
        foreach (string profile in new[] { "P1", "P2", "P3", "P4" })
            Happens("Received Email", "2026-07-10T08:00:00Z", profile, "M1");
        Happens("Bounced Email", "2026-07-10T08:00:00Z", "P5", "M1");
        foreach (string profile in new[] { "P1", "P1", "P2" })
            Happens("Opened Email", "2026-07-11T08:00:00Z", profile, "M1");
        Happens("Clicked Email", "2026-07-11T09:00:00Z", "P1", "M1");
        Happens("Marked Email as Spam", "2026-07-11T10:00:00Z", "P2", "M1");
        Happens("Unsubscribed from Email Marketing", "2026-07-11T10:00:00Z", "P2", "M1");
        Happens(Order, "2026-07-12T10:00:00Z", "P1", ("$attributed_message", "M1"), ("$value", 30m));
        Happens(Order, "2026-07-12T11:00:00Z", "P1", ("$attributed_message", "M1"), ("$value", 12.5m));
        Happens(Order, "2026-07-12T11:00:00Z", "P9", ("$value", 99m));

        JsonElement row = (await Rows("campaign-values-report", Statistics(
            "recipients", "delivered", "delivery_rate", "bounced", "bounce_rate", "opens", "opens_unique", "open_rate", "clicks", "click_rate",
            "click_to_open_rate", "conversions", "conversion_uniques", "conversion_value", "conversion_rate",
            "average_order_value", "revenue_per_recipient", "spam_complaints",
            "unsubscribe_rate"))).Should().ContainSingle().Which;

        row.GetProperty("groupings").GetRawText().Should().Be("""{"campaign_id":"C1","campaign_message_id":"M1","send_channel":"email"}""");
        row.GetProperty("statistics").EnumerateObject().Select(member => (member.Name, member.Value.GetDecimal())).Should().Equal(
            ("recipients", 5), ("delivered", 4), ("delivery_rate", 0.8m), ("bounced", 1), ("bounce_rate", 0.2m), ("opens", 3), ("opens_unique", 2),
            ("open_rate", 0.5m), ("clicks", 1), ("click_rate", 0.25m), ("click_to_open_rate", 0.5m), ("conversions", 2), ("conversion_uniques", 1),
            ("conversion_value", 42.5m), ("conversion_rate", 0.25m), ("average_order_value", 21.25m), ("revenue_per_recipient", 10.625m),
            ("spam_complaints", 1),
            ("unsubscribe_rate", 0.25m));
    }

    [Fact]
    public async Task Every_statistic_of_the_document_is_zero_where_nothing_but_a_delivery_happened()
    {
        Happens("Received SMS", "2026-07-10T08:00:00Z", "P1", "M2", ("Segment Count", 3), ("$usage_amount", 0.5));
        string[] all = Report.Statistics("campaign-values-report");

        JsonElement row = (await Rows("campaign-values-report", Statistics(all))).Single();

        row.GetProperty("statistics").EnumerateObject().Select(member => (member.Name, Value: member.Value.GetDecimal())).Where(member => member.Value != 0)
            .Should().BeEquivalentTo(
            [
                ("delivered", 1m), ("delivery_rate", 1m), ("recipients", 1m), ("message_segment_count_sum", 3m), ("text_message_credit_usage_amount", 0.5m),
                ("text_message_spend", 0.5m),
            ]);
        row.GetProperty("statistics").EnumerateObject().Should().HaveCount(all.Length).And.HaveCount(31);
    }

    [Fact]
    public async Task Campaigns_and_flows_have_the_events_of_their_own_messages_only()
    {
        Happens("Received Email", "2026-07-10T08:00:00Z", "P1", "M1");
        Happens("Received Email", "2026-07-10T08:00:00Z", "P1", "FM1");
        Happens("Received Email", "2026-07-10T08:00:00Z", "P2", "FM1");
        Happens("Received Email", "2026-07-10T08:00:00Z", "P3", "gone");

        (await Rows("campaign-values-report", Statistics("delivered"))).Select(row => (row.Grouping("campaign_message_id"), row.Value("delivered")))
            .Should().Equal(("M1", 1));
        (await Rows("flow-values-report", Statistics("delivered"))).Select(row => (row.Grouping("flow_message_id"), row.Value("delivered")))
            .Should().Equal(("FM1", 2));
    }

    [Fact]
    public async Task An_event_without_the_id_of_a_message_belongs_to_that_of_its_attribution()
    {
        Emulator.Seed("""
            [{"type":"attribution","id":"X1","attributes":{},"relationships":{"flow-message":{"data":{"type":"flow-message","id":"FM1"}}}},
            {"type":"event","id":"E1","attributes":{"datetime":"2026-07-10T08:00:00+00:00","event_properties":{"$value":7}},"relationships":{
              "metric":{"data":{"type":"metric","id":"ORDERS"}},"attributions":{"data":[{"type":"attribution","id":"X1"}]}}}]
            """);

        JsonElement row = (await Rows("flow-values-report", Statistics("conversion_value", "conversion_uniques"))).Single();

        (row.Grouping("flow_id"), row.Value("conversion_value"), row.Value("conversion_uniques")).Should().Be(("F1", 7m, 0m));
    }

    [Fact]
    public async Task A_series_has_a_value_for_each_interval_and_its_counts_sum_to_the_values()
    {
        foreach ((string day, int count) in new[] { ("09", 1), ("11", 3), ("15", 2) })
            for (int i = 0; i < count; i++)
                Happens("Received Email", $"2026-07-{day}T08:00:00Z", "P1", "FM1");
        Happens("Received Email", "2026-07-08T23:59:59Z", "P1", "FM1");
        Happens("Opened Email", "2026-07-11T08:00:00Z", "P1", "FM1");

        JsonElement series = await Report.Attributes(Client, "flow-series-report", new
        {
            statistics = new[] { "delivered", "open_rate" }, timeframe = new { key = "last_7_days" }, interval = "daily", conversion_metric_id = Order,
        });
        JsonElement values = (await Rows("flow-values-report", Statistics("last_7_days", ["delivered"]))).Single();

        series.GetProperty("date_times").EnumerateArray().Select(date => date.GetString()).Should().Equal(
            Enumerable.Range(9, 7).Select(day => $"2026-07-{day:00}T00:00:00+00:00"));
        JsonElement row = series.GetProperty("results").EnumerateArray().Single();
        row.Values("delivered").Should().Equal(1, 0, 3, 0, 0, 0, 2);
        row.Values("open_rate").Should().Equal(0, 0, 1 / 3m, 0, 0, 0, 0);
        values.Value("delivered").Should().Be(6);
    }

    [Fact]
    public async Task Groupings_show_what_the_account_has_and_null_for_the_rest()
    {
        Happens("Received Email", "2026-07-10T08:00:00Z", "P1", "M1", ("$variation", "V1"));
        string[] all =
        [
            "campaign_id", "campaign_message_id", "campaign_message_name", "group", "group_name", "send_channel", "tag_id", "tag_name", "text_message_format",
            "variation", "variation_name",
        ];

        JsonElement row = (await Rows("campaign-values-report", new
        {
            statistics = new[] { "delivered" }, timeframe = new { key = "last_30_days" }, conversion_metric_id = Order, group_by = all,
        })).Single();

        JsonElement.DeepEquals(row.GetProperty("groupings"), JsonElement.Parse("""
            {"campaign_id":"C1","campaign_message_id":"M1","campaign_message_name":"Mail","group":null,"group_name":null,"send_channel":"email",
            "tag_id":["T1","T2"],
            "tag_name":["Spring","Sale, \"big\""],"text_message_format":null,"variation":"V1","variation_name":null}
            """)).Should().BeTrue("the groupings are {0}", row);
    }

    [Theory]
    [InlineData("""equals(campaign_id,"C1")""", "M1 M2")]
    [InlineData("""contains-any(campaign_message_id,["M2","M3","M9"])""", "M2 M3")]
    [InlineData("""equals(send_channel,"push-notification")""", "M3")]
    [InlineData("""and(equals(campaign_id,"C1"),contains-any(send_channel,["email","push-notification"]))""", "M1")]
    [InlineData("""contains-any(tag_name,["Sale, \"big\"","other"])""", "M1 M2")]
    [InlineData("""contains-all(tag_id,["T1","T2"]),equals(campaign_message_name,"Mail")""", "M1")]
    [InlineData("""contains-all(tag_id,["T1","T3"])""", "")]
    public async Task A_filter_chooses_the_groups(string filter, string expected)
    {
        foreach (string message in new[] { "M1", "M2", "M3" })
            Happens("Received Email", "2026-07-10T08:00:00Z", "P1", message);

        List<JsonElement> rows = await Rows(
            "campaign-values-report",
            new { statistics = new[] { "delivered" }, timeframe = new { key = "last_30_days" }, conversion_metric_id = Order, filter });

        string.Join(' ', rows.Select(row => row.Grouping("campaign_message_id"))).Should().Be(expected);
    }

    [Fact]
    public async Task The_answer_is_related_to_the_resources_of_its_groups_and_pages_hold_500_of_them()
    {
        Happens("Received Email", "2026-07-10T08:00:00Z", "P1", "FM1");
        for (int i = 0; i < 501; i++)
            Happens("Received Email", "2026-07-10T08:00:00Z", "P1", "M1", ("$variation", $"V{i:000}"));
        var query = new
        {
            statistics = new[] { "delivered" }, timeframe = new { key = "last_30_days" }, conversion_metric_id = Order,
            group_by = new[] { "campaign_id", "campaign_message_id", "variation" },
        };

        Answer first = await Report.Send(Client, "campaign-values-report", query);
        string next = first.Body.GetProperty("links").GetProperty("next").GetString()!;
        Answer second = await Report.Send(Client, "campaign-values-report", query, next[next.IndexOf('?', StringComparison.Ordinal)..]);

        first.Body.GetProperty("data").GetProperty("attributes").GetProperty("results").GetArrayLength().Should().Be(500);
        first.Body.GetProperty("data").GetProperty("relationships").GetRawText().Should().Be("""{"campaigns":{"data":[{"type":"campaign","id":"C1"}]}}""");
        second.Body.GetProperty("data").GetProperty("attributes").GetProperty("results").EnumerateArray().Single().Grouping("variation").Should().Be("V500");
        second.Body.GetProperty("links").GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
    }

    private Task<List<JsonElement>> Rows(string type, object attributes) => Report.Rows(Client, type, attributes);

    private static object Statistics(params string[] statistics) => Statistics("last_30_days", statistics);

    private static object Statistics(string key, string[] statistics) => new { statistics, timeframe = new { key }, conversion_metric_id = Order };
}
