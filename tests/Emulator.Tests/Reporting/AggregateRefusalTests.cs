using System.Net;
using System.Text.Json.Nodes;

namespace KlaviyoLinq.Emulator.Tests.Reporting;

public sealed class AggregateRefusalTests(EventAccount account) : IClassFixture<EventAccount>
{
    private const string From = "\"greater-or-equal(datetime,2026-01-01T00:00:00)\"";
    private const string OnlyTheseTwo = "The only operators supported on datetime are 'less-than' and 'greater-or-equal'";
    private const string NotAllowed = "'contains' is not an allowed filter operator for $flow.  Allowed operators are equals, any";
    private const string To = "\"less-than(datetime,2026-02-01T00:00:00)\"";

    [Theory]
    [InlineData($"[{From}]", "", "time range")]
    [InlineData($"[{To}]", "", "time range")]
    [InlineData("[]", "", "time range")]
    [InlineData($"[{From},\"less-than(datetime,2026-01-01T00:00:00)\"]", "", "later")]
    [InlineData($"[{From},\"less-than(datetime,2027-01-01T00:00:01)\"]", "", "one year")]
    [InlineData($"[\"greater-than(datetime,2026-01-01T00:00:00)\",{To}]", "/0", OnlyTheseTwo)]
    [InlineData($"[{From},\"less-or-equal(datetime,2026-01-02T00:00:00)\"]", "/1", OnlyTheseTwo)]
    [InlineData($"[{From},{To},{From}]", "/2", "only one")]
    [InlineData($"[{From},{To},\"contains($flow,\\\"a\\\")\"]", "/2", NotAllowed)]
    [InlineData($"[{From},{To},\"equals(shoe size,\\\"a\\\")\"]", "/2", "'shoe size' is not a filterable field")]
    [InlineData($"[{From},{To},\"or(equals($flow,\\\"a\\\"),equals($flow,\\\"b\\\"))\"]", "/2", "Invalid filter provided")]
    [InlineData($"[{From},{To},\"equals($flow,a)\"]", "/2", "Invalid filter provided")]
    [InlineData($"[{From},{To},\"any($flow,\\\"a\\\")\"]", "/2", "Invalid filter provided")]
    [InlineData($"[{From},{To},\"equals($flow,[\\\"a\\\"])\"]", "/2", "Invalid filter provided")]
    [InlineData($"[\"greater-or-equal(datetime,\\\"2026-01-01\\\")\",{To}]", "/0", "Invalid filter provided")]
    [InlineData($"[\"greater-or-equal(datetime,0001-01-01T00:00:00)\",{To}]", "/0", "out of range")]
    [InlineData($"[{From},\"less-than(datetime,9999-12-31T00:00:00)\"]", "/1", "out of range")]
    [InlineData($"[\"greater-or-equal(datetime,2026-01-01T00:00:00\",{To}]", "/0", "parentheses")]
    public async Task A_filter_is_refused_with_its_place(string filter, string place, string detail) =>
        await IsRefused("filter", filter, HttpStatusCode.BadRequest, "/data/attributes/filter" + place, detail);

    [Theory]
    [InlineData("timezone", "\"Eastern\"", "", "not a valid choice")]
    [InlineData("timezone", "\"europe/copenhagen\"", "", "not a valid choice")]
    [InlineData("timezone", "\"Eastern Standard Time\"", "", "not a valid choice")]
    [InlineData("timezone", "\"Europe/Kyiv\"", "", "not a valid choice")]
    [InlineData("interval", "\"year\"", "", "'year' is not a valid choice")]
    [InlineData("measurements", "[]", "", "At least one measurement")]
    [InlineData("measurements", "[\"average\"]", "/0", "'average' is not a valid choice")]
    [InlineData("by", "[\"$flow\",\"shoe size\"]", "/1", "'shoe size' is not a valid choice")]
    [InlineData("sort", "\"shoe size\"", "", "'shoe size' is not a valid choice")]
    [InlineData("sort", "\"unique\"", "", "neither one of the measurements")]
    [InlineData("page_size", "0", "", "greater than or equal to 1")]
    [InlineData("page_cursor", "\"nonsense\"", "", "cursor")]
    [InlineData("return_fields", "[\"dates\",\"sizes\"]", "/1", "'sizes' is not a valid choice")]
    public async Task A_value_that_klaviyo_does_not_know_is_refused_with_its_place(string attribute, string value, string place, string detail) =>
        await IsRefused(attribute, value, HttpStatusCode.BadRequest, $"/data/attributes/{attribute}{place}", detail);

    [Fact]
    public async Task A_metric_that_does_not_exist_is_not_found() =>
        await IsRefused("metric_id", "\"NOPE01\"", HttpStatusCode.NotFound, "/data/attributes/metric_id", "A metric with id NOPE01 does not exist.");

    [Theory]
    [InlineData("page_cursor=a")]
    [InlineData("fields[metric-aggregate]=sizes")]
    [InlineData("fields[metric]=name")]
    public async Task A_parameter_that_the_operation_does_not_have_is_refused(string parameter)
    {
        Answer answer = await Report.Send(
            account.Client, "metric-aggregate",
            new { metric_id = EventAccount.Metric, measurements = new[] { "count" }, filter = AggregatesTests.Range(1, 2) }, "?" + parameter);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Error.GetProperty("source").GetProperty("parameter").GetString().Should().Be(parameter.Split('=')[0]);
    }

    [Theory]
    [InlineData("sort", "\"-count\"", "/data/attributes/sort")]
    [InlineData("page_size", "499", "/data/attributes/page_size")]
    public async Task With_live_strictness_sorting_and_small_pages_are_refused_as_recorded(string attribute, string value, string pointer)
    {
        await using KlaviyoEmulator emulator = await KlaviyoEmulator.StartAsync(options =>
        {
            options.Data = DataSize.Empty;
            options.Strictness = Strictness.Live;
        });
        emulator.Add($$$"""{"type":"metric","id":"{{{EventAccount.Metric}}}","attributes":{"name":"Placed Order"}}""");
        using EmulatorClient client = new(emulator);

        Answer live = await Report.Send(client, "metric-aggregate", Body(attribute, value));
        Answer documented = await Report.Send(account.Client, "metric-aggregate", Body(attribute, value));
        Answer least = await Report.Send(client, "metric-aggregate", Body("page_size", "500"));

        live.Status.Should().Be(HttpStatusCode.BadRequest);
        live.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be(pointer);
        documented.Status.Should().Be(HttpStatusCode.OK);
        least.Status.Should().Be(HttpStatusCode.OK);
    }

    private async Task IsRefused(string attribute, string value, HttpStatusCode status, string pointer, string detail)
    {
        Answer answer = await Report.Send(account.Client, "metric-aggregate", Body(attribute, value));

        answer.Status.Should().Be(status, "{0}", answer.Body);
        answer.Error.GetProperty("source").GetProperty("pointer").GetString().Should().Be(pointer);
        answer.Detail.Should().Contain(detail);
    }

    private static JsonObject Body(string attribute, string value)
    {
        JsonObject body = new()
        {
            ["metric_id"] = EventAccount.Metric,
            ["measurements"] = new JsonArray("count"),
            ["filter"] = JsonNode.Parse($"[{From},{To}]"),
        };
        body[attribute] = JsonNode.Parse(value);
        return body;
    }
}
