using System.Net;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

/// <summary>Reports that Klaviyo's document excludes are refused with the place of the fault.</summary>
public sealed class ReportRefusalTests : ShopAccount
{
    private const string Campaigns = "campaign-values-report";
    private const string Flows = "flow-series-report";
    private const string Forms = "form-series-report";
    private const string Segments = "segment-values-report";

    [Theory]
    [InlineData(Campaigns, "group_by", """["campaign_id"]""", "", "campaign_id, campaign_message_id")]
    [InlineData(Flows, "group_by", """["flow_message_id","send_channel"]""", "", "flow_id, flow_message_id")]
    [InlineData(Forms, "group_by", """["form_version_id"]""", "", "form_id")]
    [InlineData(Campaigns, "group_by", """["campaign_id","campaign_message_id","flow_id"]""", "/2", "'flow_id' is not a valid choice")]
    [InlineData(Campaigns, "statistics", """["opens","count"]""", "/1", "'count' is not a valid choice")]
    [InlineData(Campaigns, "statistics", "[]", "", "statistic")]
    [InlineData(Campaigns, "timeframe", """{"key":"last_decade"}""", "/key", "'last_decade' is not a valid choice")]
    [InlineData(Campaigns, "timeframe", """{"start":"2026-02-02T00:00:00Z","end":"2026-02-01T00:00:00Z"}""", "/end", "before its start")]
    [InlineData(Campaigns, "timeframe", """{"start":"2025-02-01T00:00:00Z","end":"2026-02-02T00:00:00Z"}""", "", "one year")]
    [InlineData(Segments, "timeframe", """{"start":"0001-01-01T00:00:00Z","end":"9999-12-31T00:00:00Z"}""", "", "out of range")]
    [InlineData(Segments, "timeframe", """{"start":"2023-05-31T00:00:00Z","end":"2023-06-02T00:00:00Z"}""", "", "June 1st, 2023")]
    [InlineData(Flows, "interval", "\"yearly\"", "", "'yearly' is not a valid choice")]
    public async Task A_value_is_refused(string type, string attribute, string value, string place, string detail) =>
        await IsRefused(type, attribute, value, $"/data/attributes/{attribute}{place}", detail);

    [Theory]
    [InlineData("hourly", 8, "7 days")]
    [InlineData("daily", 61, "60 days")]
    [InlineData("monthly", 365, "52 weeks")]
    public async Task A_series_is_refused_for_a_period_that_its_interval_does_not_allow(string interval, int days, string detail)
    {
        DateTime start = new(2025, 7, 1);
        JsonObject body = Body(Flows);
        body["interval"] = interval;
        body["timeframe"] = new JsonObject { ["start"] = Day(start), ["end"] = Day(start.AddDays(days)) };
        Answer refused = await Report.Send(Client, Flows, body);
        body["timeframe"] = new JsonObject { ["start"] = Day(start), ["end"] = Day(start.AddDays(days - 1)) };
        Answer answered = await Report.Send(Client, Flows, body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/attributes/interval");
        refused.Detail.Should().Contain(detail);
        answered.Status.Should().Be(HttpStatusCode.OK, "{0}", answered.Body);

        static string Day(DateTime day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T00:00:00Z";
    }

    [Theory]
    [InlineData(Campaigns, """equals(flow_id,"a")""", "'flow_id' is not a filterable field")]
    [InlineData(Campaigns, """any(campaign_id,["a"])""", "'any' is not an allowed filter operator for campaign_id.  Allowed")]
    [InlineData(Campaigns, """equals(tag_id,"a")""", "Allowed operators are contains-any, contains-all")]
    [InlineData(Segments, """contains-any(segment_id,["a"])""", "Allowed operators are equals, any")]
    [InlineData(Campaigns, """or(equals(campaign_id,"a"),equals(campaign_id,"b"))""", "Invalid filter provided")]
    [InlineData(Campaigns, """and(equals(campaign_id,"a"),contains-any(campaign_id,["b"]))""", "Only one filter")]
    [InlineData(Flows, """equals(send_channel,"fax")""", "'fax' is not a valid choice for 'send_channel'.")]
    [InlineData(Forms, """equals(form_id,["a"])""", "Invalid filter provided")]
    [InlineData(Forms, """any(form_id,"a")""", "Invalid filter provided")]
    [InlineData(Forms, "equals(form_id,1)", "Invalid filter provided")]
    [InlineData(Forms, """equals(form_id,"a""", "Invalid filter provided")]
    public async Task A_filter_is_refused(string type, string filter, string detail) =>
        await IsRefused(type, "filter", JsonValue.Create(filter).ToJsonString(), "/data/attributes/filter", detail);

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_filter_takes_a_hundred_items(int items, HttpStatusCode status)
    {
        JsonObject body = Body(Segments);
        body["filter"] = $"any(segment_id,[{string.Join(',', Enumerable.Range(0, items).Select(item => $"\"S{item}\""))}])";

        (await Report.Send(Client, Segments, body)).Status.Should().Be(status);
    }

    [Fact]
    public async Task A_conversion_metric_that_does_not_exist_is_not_found()
    {
        JsonObject body = Body(Campaigns);
        body["conversion_metric_id"] = "NOPE01";

        Answer answer = await Report.Send(Client, Campaigns, body);

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be("/data/attributes/conversion_metric_id");
    }

    [Theory]
    [InlineData(Campaigns, "page_cursor=nonsense")]
    [InlineData(Segments, "page_cursor=nonsense")]
    [InlineData(Campaigns, "fields[campaign-values-report]=date_times")]
    [InlineData(Campaigns, "filter=equals(campaign_id,\"a\")")]
    public async Task A_parameter_is_refused(string type, string parameter)
    {
        Answer answer = await Report.Send(Client, type, Body(type), "?" + parameter);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("parameter").GetString().Should().Be(parameter.Split('=')[0]);
    }

    private async Task IsRefused(string type, string attribute, string value, string pointer, string detail)
    {
        JsonObject body = Body(type);
        body[attribute] = JsonNode.Parse(value);

        Answer answer = await Report.Send(Client, type, body);

        answer.Status.Should().Be(HttpStatusCode.BadRequest, "{0}", answer.Body);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be(pointer);
        answer.Detail.Should().Contain(detail);
    }

    /// <summary>A body that is answered.</summary>
    private static JsonObject Body(string type)
    {
        JsonObject body = new()
        {
            ["statistics"] = new JsonArray(type switch { Forms => "submits", Segments => "total_members", _ => "opens" }),
            ["timeframe"] = new JsonObject { ["key"] = "last_7_days" },
        };
        if (type is Campaigns or Flows)
            body["conversion_metric_id"] = Order;
        if (type is Flows or Forms)
            body["interval"] = "daily";
        return body;
    }
}
