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
    public async Task Klaviyos_own_word_that_there_is_no_resource_is_no_row(string code)
    {
        await using LoopbackServer server = await Answering(404, Error(404, code, "Not found.", "A profile with id x does not exist."));
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        (await klaviyo.Profiles.FindAsync("x")).Should().BeNull();
        (await klaviyo.Events["x"].Profile.ToListAsync()).Should().BeEmpty();
        await klaviyo.Profiles["x"].Invoking(p => p.GetAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
        await klaviyo.Lists["x"].Invoking(l => l.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoNotFoundException>();
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
    public async Task No_data_is_no_row_either()
    {
        await using LoopbackServer server = await Answering(200, """{"data":null,"links":{"self":"x"}}""");
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        (await klaviyo.FlowMessages["x"].Template.SingleOrDefaultAsync()).Should().BeNull();
        (await klaviyo.FlowMessages["x"].Template.Select(t => t.Id).ToListAsync()).Should().BeEmpty();
        await klaviyo.FlowMessages["x"].Invoking(m => m.Template.FirstAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    private static Task<LoopbackServer> Answering(int status, string body, string type = "application/vnd.api+json") =>
        LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(body, status, type));
}
