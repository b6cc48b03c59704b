using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Errors;

public sealed class NotFoundTests
{
    [Theory]
    [InlineData("not_found")]
    [InlineData("variant_not_found")]
    public async Task A_resource_that_Klaviyo_reports_as_missing_is_not_a_row(string code)
    {
        await using LoopbackServer server = await Answering(404, Error(404, code, "Not found.", "A profile with id x does not exist."));
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        (await klaviyo.Profiles.FindAsync("x")).Should().BeNull();
        (await klaviyo.Events["x"].Profile.ToListAsync()).Should().BeEmpty();
        await klaviyo.Profiles["x"].Invoking(p => p.GetAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
        await klaviyo.Lists["x"].Invoking(l => l.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
    }

    [Theory]
    [InlineData("/api/events/NOPE01", "Event")]
    [InlineData("/api/flow-actions/NOPE01", "Flow Action")]
    [InlineData("/api/mapped-metrics/NOPE01", "Mapped Metric")]
    [InlineData("/api/coupon-codes/NOPE01", "Coupon Code")]
    public async Task An_id_that_Klaviyo_calls_malformed_is_the_id_of_no_resource(string path, string type)
    {
        await using LoopbackServer server = await Answering(400, Malformed(type));
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));
        (Func<Task<object?>> find, Func<Task<object>> get, Func<Task<bool>> any) = path.Split('/')[2] switch
        {
            "events" => Roads(klaviyo.Events["NOPE01"]),
            "flow-actions" => Roads(klaviyo.FlowActions["NOPE01"]),
            "mapped-metrics" => Roads(klaviyo.MappedMetrics["NOPE01"]),
            _ => Roads(klaviyo.CouponCodes["NOPE01"]),
        };

        (await find()).Should().BeNull();
        (await any()).Should().BeFalse();
        KlaviyoNotFoundException failure = (await get.Should().ThrowAsync<KlaviyoNotFoundException>()).Which;
        failure.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        failure.Message.Should().Contain($"Invalid {type} ID: 'NOPE01'").And.Contain("Ids of this resource type have another form.").And.NotContain("report");
        server.Requests.Should().OnlyContain(request => request.Target.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sets_below_a_malformed_id_and_loading_are_not_found_like_those_below_any_other_id()
    {
        await using LoopbackServer server = await Answering(400, Malformed("Event"));
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        (await klaviyo.Events.FindAsync("NOPE01")).Should().BeNull();
        (await klaviyo.Events.Where(e => e.Id == "NOPE01").ToListAsync()).Should().BeEmpty();
        (await klaviyo.Events["NOPE01"].Profile.FirstOrDefaultAsync()).Should().BeNull();
        await klaviyo.FlowActions["NOPE01"].Invoking(a => a.FlowMessages.ToListAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
        await klaviyo.Invoking(k => k.Entry(new FlowAction { Id = "NOPE01" }).Collection(a => a.FlowMessages).LoadAsync())
            .Should().ThrowAsync<KlaviyoNotFoundException>();
    }

    [Theory]
    [InlineData("""{"errors":[{"status":400,"code":"invalid","title":"Invalid input.","detail":"Wrong.","source":{"parameter":"filter"}}]}""")]
    [InlineData("""{"errors":[{"status":400,"code":"invalid","title":"Invalid input.","detail":"Wrong.","source":{"pointer":"/data/id"}},{"code":"invalid","source":{"parameter":"include"}}]}""")]
    [InlineData("""{"errors":[]}""")]
    public async Task Any_other_400_stays_an_error(string body)
    {
        await using LoopbackServer server = await Answering(400, body);
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        await klaviyo.Events.Invoking(e => e.FindAsync("x")).Should().ThrowAsync<KlaviyoBadRequestException>();
        await klaviyo.Profiles.Invoking(p => p.ToListAsync()).Should().ThrowAsync<KlaviyoBadRequestException>();
    }

    [Theory]
    [InlineData("<html>Not Found</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("""{"message":"no route"}""", "application/json")]
    public async Task Anybody_elses_404_stays_an_error(string body, string type)
    {
        await using LoopbackServer server = await Answering(404, body, type);
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        await klaviyo.Profiles.Invoking(p => p.FindAsync("x")).Should().ThrowAsync<KlaviyoNotFoundException>();
        await klaviyo.Events["x"].Invoking(e => e.Profile.AnyAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
    }

    [Fact]
    public async Task Missing_data_is_not_a_row_either()
    {
        await using LoopbackServer server = await Answering(200, """{"data":null,"links":{"self":"x"}}""");
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        (await klaviyo.FlowMessages["x"].Template.SingleOrDefaultAsync()).Should().BeNull();
        (await klaviyo.FlowMessages["x"].Template.Select(t => t.Id).ToListAsync()).Should().BeEmpty();
        await klaviyo.FlowMessages["x"].Invoking(m => m.Template.FirstAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    private static (Func<Task<object?>> Find, Func<Task<object>> Get, Func<Task<bool>> Any) Roads<T>(KlaviyoReference<T> reference)
        where T : KlaviyoResource =>
        (async () => await reference.FindAsync(), async () => await reference.GetAsync(), () => reference.AnyAsync());

    private static string Malformed(string type) => Error(400, "invalid", "Invalid input.", $"Invalid {type} ID: 'NOPE01'", """{"pointer":"/data/id"}""");

    private static Task<LoopbackServer> Answering(int status, string body, string type = "application/vnd.api+json") =>
        LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(body, status, type));
}
