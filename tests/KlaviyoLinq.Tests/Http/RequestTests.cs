using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Http;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_carries_the_headers_Klaviyo_asks_for()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());
        KlaviyoOptions options = Runs.Options(server.Address);
        options.Revision = "2026-04-15.pre";

        await Runs.IdsAsync(options);

        IReadOnlyDictionary<string, string> headers = server.Requests.Single().Headers;
        headers["Authorization"].Should().Be("Klaviyo-API-Key " + Runs.Key);
        headers["revision"].Should().Be("2026-04-15.pre");
        headers["Accept"].Should().Be("application/vnd.api+json");
        headers["User-Agent"].Should().StartWith("KlaviyoLinq/");
        headers["Accept-Encoding"].Should().Be("gzip, deflate, br");
        headers.Should().NotContainKey("Cookie");
    }

    [Fact]
    public async Task The_uri_travels_byte_for_byte()
    {
        const string Uri = "/api/profiles/%2E%2E?filter=equals(email,%22a%2Bb%40x.de%22),any(id,%5B%22%C3%A9%22%5D)&fields%5Bprofile%5D=email";
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());

        await Runs.IdsAsync(Runs.Options(server.Address), Uri);

        server.Targets.Should().Equal(Uri);
    }

    [Fact]
    public async Task A_path_in_the_base_address_stays_before_the_request()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());

        await Runs.IdsAsync(Runs.Options(new Uri(server.Address, "gateway/klaviyo/")));

        server.Targets.Should().Equal("/gateway/klaviyo/api/profiles");
    }

    [Fact]
    public async Task Public_client_operations_are_asked_without_the_key()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());
        ReadFacts reviews = KlaviyoCatalogue.Newest.FindRead("/client/reviews")!;
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;

        await executor.StreamPages(new PageRequest(reviews, "/client/reviews?company_id=ABC123"), default).CountAsync();

        server.Requests.Single().Headers.Should().NotContainKey("Authorization").And.ContainKey("revision");
    }

    [Theory]
    [InlineData("api/profiles")]
    [InlineData("/api/profiles?filter=equals(email,\"ä\")")]
    [InlineData("/api/profiles\r\nHost: elsewhere")]
    [InlineData("/api/profiles#fragment")]
    public async Task Text_that_is_not_an_encoded_path_and_query_is_not_sent(string uri)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());

        await Runs.FailureAsync<ArgumentException>(Runs.Options(server.Address), uri);

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_context_that_was_disposed_asks_nothing()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());
        KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;
        executor.Dispose();

        await FluentActions.Awaiting(() => executor.Pages().CountAsync().AsTask()).Should().ThrowAsync<ObjectDisposedException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_given_client_stays_open()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage("A"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        KlaviyoOptions options = Runs.Options(server.Address);
        options.HttpClient = client;

        await Runs.IdsAsync(options);

        (await Runs.IdsAsync(options)).Should().Equal("A");
    }

    [Fact]
    public async Task A_given_handler_stays_open()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage("A"));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        KlaviyoOptions options = Runs.Options(server.Address);
        options.HttpMessageHandler = handler;

        await Runs.IdsAsync(options);

        (await Runs.IdsAsync(options)).Should().Equal("A");
    }

    [Fact]
    public async Task A_key_with_a_line_break_is_refused_before_anything_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());
        KlaviyoOptions options = Runs.Options(server.Address);
        options.ApiKey = "pk_abc\r\nX-Evil: 1";

        await Runs.FailureAsync<KlaviyoConfigurationException>(options);

        server.Requests.Should().BeEmpty();
    }
}
