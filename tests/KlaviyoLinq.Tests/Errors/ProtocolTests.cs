using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Errors;

public sealed class ProtocolTests
{
    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "text/html", "HTML page")]
    [InlineData("a,b", "text/csv", "content type 'text/csv'")]
    [InlineData("{\"data\":[]}", "text/plain", "content type 'text/plain'")]
    [InlineData("", "application/json", "no body")]
    [InlineData("nonsense", "application/json", "not well-formed JSON")]
    [InlineData("{\"data\":[]", "application/json", "was cut off")]
    [InlineData("{\"data\":[]}{}", "application/json", "not well-formed JSON")]
    [InlineData("[]", "application/json", "its root is an array")]
    [InlineData("{\"links\":{}}", "application/json", "it has no data")]
    [InlineData("{\"errors\":[{\"title\":\"x\"}]}", "application/json", "it has no data")]
    [InlineData("{\"data\":[],\"data\":[]}", "application/json", "data twice")]
    [InlineData("{\"data\":[],\"included\":[],\"included\":[]}", "application/json", "included twice")]
    public async Task A_success_without_a_document_is_an_error(string body, string contentType, string reported)
    {
        int answers = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => answers++ == 0
            ? context.Response.WriteDocumentAsync(PageBefore("c1", "A"))
            : context.Response.WriteDocumentAsync(body, 200, contentType));
        List<string> read = [];

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A");
        failure.Message.Should().Contain(reported);
        (failure.Operation, failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be(("get_profiles", 2, 1, 1));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/vnd.api+json; charset=utf-8")]
    [InlineData("application/hal+JSON")]
    [InlineData("")]
    public async Task A_document_may_call_itself_any_JSON(string contentType)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(LastPage("A"), 200, contentType));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal("A");
    }

    [Fact]
    public async Task An_accepted_answer_without_a_body_is_not_a_document()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });

        (await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Options(server.Address))).Message.Should().Contain("no body");
    }

    [Fact]
    public async Task A_status_that_means_nothing_is_named()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });

        (await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Options(server.Address))).Message.Should().Contain("304");
    }
}
