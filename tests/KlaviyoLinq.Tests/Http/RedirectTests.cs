using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(LastPage("A"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Address + "api/profiles";
            return Task.CompletedTask;
        });

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Options(server.Address));

        elsewhere.Requests.Should().BeEmpty();
        failure.Message.Should().Contain(status.ToString()).And.Contain("127.0.0.1").And.Contain("not followed");
    }

    [Fact]
    public async Task A_given_client_that_follows_redirects_is_found_out()
    {
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(LastPage("A"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere.Address + "api/profiles");
            return Task.CompletedTask;
        });
        using var client = new HttpClient();
        KlaviyoOptions options = Runs.Options(server.Address);
        options.HttpClient = client;
        List<string> read = [];

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(options, read: read);

        read.Should().BeEmpty();
        failure.Message.Should().Contain("AllowAutoRedirect = false");
        elsewhere.Requests.Single().Headers.Should().NotContainKey("Authorization");
    }
}
