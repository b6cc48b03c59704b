using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Paging;

public sealed class BrokenPaginationTests
{
    [Fact]
    public async Task A_cursor_that_comes_back_ends_the_run_with_an_error_after_its_rows()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), PageBefore("c2", "B"), PageBefore("c1", "C"));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A", "B", "C");
        server.Requests.Should().HaveCount(3);
        (failure.Operation, failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be(("get_profiles", 4, 3, 0));
        failure.Message.Should().Contain("already read").And.Contain("page 4");
    }

    [Fact]
    public async Task A_page_that_names_itself_as_the_next_is_found_at_once()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"));
        List<string> read = [];

        await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), "/api/profiles?page%5Bcursor%5D=c1", read);

        read.Should().Equal("A");
        server.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("https://a.klaviyo.com/api/profiles")]
    [InlineData("https://a.klaviyo.com/api/profiles?page%5Bsize%5D=20")]
    [InlineData("https://a.klaviyo.com/api/profiles?page%5Bcursor%5D=")]
    [InlineData("more")]
    public async Task A_next_link_without_a_cursor_is_an_error(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), Page(link, "B"));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().Equal("A");
        failure.Message.Should().Contain("holds no page[cursor]");
        (failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be((2, 1, 1));
    }

    [Theory]
    [InlineData("https://a.klaviyo.com/api/accounts?page%5Bcursor%5D=c1")]
    [InlineData("https://a.klaviyo.com/api/profiles/A/lists?page%5Bcursor%5D=c1")]
    [InlineData("/api/events?page[cursor]=c1")]
    public async Task A_next_link_to_another_path_is_an_error(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(link, "A"), LastPage("B"));
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().BeEmpty();
        server.Requests.Should().HaveCount(1);
        failure.Message.Should().Contain("another path");
    }

    [Theory]
    [InlineData("https://a.klaviyo.com/api/profiles/?page%5Bcursor%5D=c1")]
    [InlineData("https://proxy.example/klaviyo/api/profiles?page%5Bcursor%5D=c1")]
    [InlineData("?page[cursor]=c1")]
    [InlineData("https://a.klaviyo.com/api/%70rofiles?page%5Bcursor%5D=c1")]
    public async Task A_next_link_to_the_same_path_in_other_words_is_followed(string link)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(link, "A"), LastPage("B"));

        (await Runs.IdsAsync(Runs.Options(server.Address))).Should().Equal("A", "B");
        server.Targets.Last().Should().Be("/api/profiles?page%5Bcursor%5D=c1");
    }

    [Theory]
    [InlineData("https://elsewhere.example/api/profiles?page%5Bcursor%5D=c1", "https://elsewhere.example")]
    [InlineData("http://a.klaviyo.com/api/profiles?page%5Bcursor%5D=c1", "http://a.klaviyo.com")]
    public async Task A_next_link_to_another_host_or_scheme_is_named_once_and_not_followed(string link, string origin)
    {
        RecordedLog log = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(Page(link, "A"), Page(link.Replace("c1", "c2"), "B"), LastPage("C"));
        KlaviyoOptions options = Runs.Options(server.Address);
        options.LoggerFactory = log;

        (await Runs.IdsAsync(options)).Should().Equal("A", "B", "C");

        server.Requests.Should().HaveCount(3);
        log.AboutPages.Should().ContainSingle().Which.Should().StartWith("Warning 30:").And.Contain(origin).And.Contain("get_profiles");
    }

    [Theory]
    [InlineData("""{"data":[{"type":"profile","id":"A"}]}""")]
    [InlineData("""{"data":[{"type":"profile","id":"A"}],"links":null}""")]
    public async Task A_page_without_links_could_be_the_silent_end_of_a_run_and_is_an_error(string page)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(page);
        List<string> read = [];

        KlaviyoPaginationException failure = await Runs.FailureAsync<KlaviyoPaginationException>(Runs.Options(server.Address), read: read);

        read.Should().BeEmpty();
        failure.Message.Should().Contain("has no links");
    }

    [Theory]
    [InlineData("""{"data":null,"links":{"next":null}}""")]
    [InlineData("""{"data":{"type":"profile","id":"A"},"links":{"next":null}}""")]
    public async Task A_collection_whose_data_is_not_an_array_is_an_error(string page)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(page);

        (await Runs.FailureAsync<KlaviyoProtocolException>(Runs.Options(server.Address))).Message.Should().Contain("not an array");
    }

    [Fact]
    public async Task Endless_empty_pages_are_reported_and_can_be_continued_after()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            context => context.Response.WriteDocumentAsync(PageBefore($"c{Interlocked.Increment(ref asked)}")));
        await using KlaviyoContext klaviyo = new(Runs.Options(server.Address));

        KlaviyoPaginationException failure = (
            await FluentActions.Awaiting(() => klaviyo.Profiles.ForEachAsync(_ => { })).Should().ThrowAsync<KlaviyoPaginationException>()).Which;

        failure.Message.Should().Contain("1000 consecutive pages had no rows");
        server.Requests.Should().HaveCount(1000);
        (await klaviyo.Profiles.ResumeFrom(failure.Checkpoint)
                .Awaiting(q => q.ToListAsync()).Should().ThrowAsync<KlaviyoPaginationException>()).Which.Page.Should()
            .Be(1001);
        server.Targets.ElementAt(1000).Should().EndWith("page%5Bcursor%5D=c1000");
    }

    [Fact]
    public async Task A_resource_that_comes_again_is_delivered_and_named_once()
    {
        RecordedLog log = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A", "B"), PageBefore("c2", "B", "C"), LastPage("A", "D"));
        KlaviyoOptions options = Runs.Options(server.Address);
        options.LoggerFactory = log;

        (await Runs.IdsAsync(options)).Should().Equal("A", "B", "B", "C", "A", "D");

        log.AboutPages.Should().ContainSingle().Which.Should().StartWith("Warning 33: A resource of get_profiles was returned twice");
    }
}
