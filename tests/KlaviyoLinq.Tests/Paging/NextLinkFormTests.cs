using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Paging;

/// <summary>The forms that <c>links.next</c> can have: a link, an end, and everything that leaves open whether another page follows.</summary>
public sealed class NextLinkFormTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"self":"https://a.klaviyo.com/api/profiles"}""")]
    [InlineData("""{"next":{}}""")]
    [InlineData("""{"next":{"href":null}}""")]
    [InlineData("""{"next":{"href":""}}""")]
    [InlineData("""{"next":{"href":{}}}""")]
    [InlineData("""{"next":{"HREF":"/api/profiles?page[cursor]=c1"}}""")]
    [InlineData("""{"Next":"/api/profiles?page[cursor]=c1"}""")]
    [InlineData("""{"next":[]}""")]
    [InlineData("""{"next":["/api/profiles?page[cursor]=c1"]}""")]
    [InlineData("""{"next":false}""")]
    [InlineData("""{"next":7}""")]
    [InlineData("""{"next":" "}""")]
    public async Task A_page_that_leaves_open_whether_another_follows_is_an_error(string links)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(links));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().BeEmpty();
        server.Requests.Should().HaveCount(1);
        failure.Message.Should().Contain("next");
    }

    [Theory]
    [InlineData("""{"next":null}""")]
    [InlineData("""{"next":""}""")]
    [InlineData("""{"self":null,"next":null,"prev":null}""")]
    public async Task A_next_link_that_is_null_or_empty_ends_the_run(string links)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(links));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal("A");
    }

    [Theory]
    [InlineData(",\"links\":{}")]
    [InlineData(",\"links\":null")]
    [InlineData("")]
    public async Task An_operation_without_a_cursor_needs_no_next_link(string links)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("""{"data":[{"type":"account","id":"A"}]""" + links + "}");
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;
        ReadFacts accounts = KlaviyoCatalogue.Newest.FindRead("/api/accounts")!;

        List<ResourcePage> pages = await executor.StreamPages(new PageRequest(accounts, "/api/accounts"), default).ToListAsync();

        pages.Should().ContainSingle().Which.Resources.Should().ContainSingle();
    }

    [Theory]
    [InlineData("?page[cursor]=c1&page[cursor]=c2")]
    [InlineData("?page%5Bcursor%5D=c1&sort=email&page[cursor]=c1")]
    [InlineData("?page[cursor]=&page[cursor]=c2")]
    public async Task A_next_link_with_two_cursors_is_an_error(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page($$"""{"next":"{{link}}"}"""));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().BeEmpty();
        failure.Message.Should().Contain("holds page[cursor] twice");
    }

    private static string Page(string links) => """{"data":[{"type":"profile","id":"A","attributes":{}}],"links":""" + links + "}";
}
