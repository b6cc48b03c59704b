using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Paging;

public sealed class PageStreamTests
{
    [Fact]
    public async Task Pages_follow_the_cursor_to_the_end()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A", "B"), PageBefore("c2", "C"), LastPage("D"));

        List<string> ids = await Runs.IdsAsync(Runs.Options(server.Address), "/api/profiles?sort=-created&page%5Bsize%5D=2");

        ids.Should().Equal("A", "B", "C", "D");
        server.Targets.Should().Equal(
            "/api/profiles?sort=-created&page%5Bsize%5D=2",
            "/api/profiles?sort=-created&page%5Bsize%5D=2&page%5Bcursor%5D=c1",
            "/api/profiles?sort=-created&page%5Bsize%5D=2&page%5Bcursor%5D=c2");
    }

    [Fact]
    public async Task Only_the_cursor_is_taken_from_the_next_link()
    {
        await using LoopbackServer other = await LoopbackServer.StartAsync(LastPage("evil"));
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            Page(other.Address + "api/profiles?filter=equals(id,%22x%22)&page[cursor]=WzE3LCAiYSJd%2B%3D%3D#page[cursor]=no", "A"),
            LastPage("B"));

        List<string> ids = await Runs.IdsAsync(Runs.Options(server.Address));

        ids.Should().Equal("A", "B");
        other.Requests.Should().BeEmpty();
        server.Targets.Last().Should().Be("/api/profiles?page%5Bcursor%5D=WzE3LCAiYSJd%2B%3D%3D");
    }

    [Fact]
    public async Task A_run_that_starts_from_a_cursor_replaces_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c2", "C"), LastPage("D"));

        await Runs.IdsAsync(Runs.Options(server.Address), "/api/profiles?page%5Bcursor%5D=c1&sort=email");

        server.Targets.Should().Equal("/api/profiles?page%5Bcursor%5D=c1&sort=email", "/api/profiles?sort=email&page%5Bcursor%5D=c2");
    }

    [Fact]
    public async Task An_empty_page_before_others_does_not_end_the_run()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1"), LastPage("A"));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal("A");
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task A_next_link_without_content_ends_the_run(string next)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("""{"data":[],"links":{"next":NEXT}}""".Replace("NEXT", next));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().BeEmpty();
        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_next_link_that_is_an_object_is_followed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            """{"data":[],"links":{"next":{"href":"/api/profiles?page[cursor]=c1","meta":{}}}}""", LastPage("A"));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal("A");
    }

    [Fact]
    public async Task No_page_is_requested_beyond_the_wanted_number_of_items()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A", "B"), PageBefore("c2", "C", "D"), LastPage("E"));

        (await Runs.IdsAsync(Runs.Options(server.Address), maximumItems: 3)).Should().Equal("A", "B", "C", "D");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Stopping_early_requests_no_further_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), LastPage("B"));
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;

        await foreach (ResourcePage page in executor.Pages())
            break;

        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Every_enumeration_is_a_run_of_its_own()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), LastPage("B"), PageBefore("c1", "C"), LastPage("D"));
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;
        IAsyncEnumerable<ResourcePage> pages = executor.Pages();

        (await pages.CountAsync()).Should().Be(2);
        (await pages.CountAsync()).Should().Be(2);
        server.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_single_resource_is_one_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("""{"data":{"type":"profile","id":"A"},"links":{"self":"…"}}""");
        ReadFacts single = KlaviyoCatalogue.Newest.FindSingle("profile")!;
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;

        List<ResourcePage> pages = await executor.StreamPages(new PageRequest(single, "/api/profiles/A"), default).ToListAsync();

        pages.Single().Resources.Single().Id.Should().Be("A");
    }
}
