using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Paging;

public sealed class EarlyPagesTests
{
    private const string Unreadable = """{"data":[{"type":"profile","id":"A","attributes":{"created":"yesterday"}}],"links":{"next":"https://a.klaviyo.com/api/profiles?page[cursor]=c1"}}""";

    // The members may come in any order, and what stands at the end may be anybody's text.
    private const string Misleading = """{"links":{"next":"https://a.klaviyo.com/api/profiles?page[cursor]=right"},"data":[{"type":"profile","id":"A","attributes":{"properties":{"next":"https://a.klaviyo.com/api/profiles?page[cursor]=wrong"}}}]}""";

    [Fact]
    public async Task With_prefetch_the_next_page_is_requested_before_the_one_that_links_to_it_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Unreadable, LastPage("B"));
        using RecordingHandler handler = new();

        await Runs.FailureAsync<KlaviyoMaterializationException>(Options(server, handler, prefetch: true));

        handler.Requests.Should().Equal("/api/profiles", "/api/profiles?page%5Bcursor%5D=c1");
    }

    [Fact]
    public async Task Without_prefetch_an_unreadable_page_is_the_last_that_is_requested()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(Unreadable, LastPage("B"));
        using RecordingHandler handler = new();

        await Runs.FailureAsync<KlaviyoMaterializationException>(Options(server, handler, prefetch: false));

        handler.Requests.Should().Equal("/api/profiles");
    }

    [Fact]
    public async Task A_page_that_came_early_has_its_next_page_requested_when_it_is_wanted_and_not_only_when_it_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c0", "Z"), Unreadable, LastPage("B"));
        using RecordingHandler handler = new();

        using KlaviyoExecutor executor = Options(server, handler, prefetch: true).ToExecutor().Value;
        await using IAsyncEnumerator<ResourcePage> pages = executor.Pages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        await Task.Delay(300);
        handler.Requests.Should().Equal("/api/profiles", "/api/profiles?page%5Bcursor%5D=c0");
        await pages.Invoking(run => run.MoveNextAsync().AsTask()).Should().ThrowAsync<KlaviyoMaterializationException>();

        handler.Requests.Should().Equal("/api/profiles", "/api/profiles?page%5Bcursor%5D=c0", "/api/profiles?page%5Bcursor%5D=c1");
    }

    [Fact]
    public async Task A_page_that_was_requested_by_mistake_is_aborted_and_gives_no_rows()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync(
            !context.Request.QueryString.HasValue ? Misleading : LastPage(context.Request.QueryString.Value!.Contains("right") ? "B" : "WRONG")));
        using RecordingHandler handler = new();

        List<string> ids = await Runs.IdsAsync(Options(server, handler, prefetch: true));

        ids.Should().Equal("A", "B");
        handler.Requests.Should().Equal("/api/profiles", "/api/profiles?page%5Bcursor%5D=wrong", "/api/profiles?page%5Bcursor%5D=right");
    }

    [Fact]
    public async Task A_long_run_with_prefetch_asks_for_each_page_once()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            string query = context.Request.QueryString.Value ?? "";
            int page = query.Length == 0 ? 0 : int.Parse(query[(query.LastIndexOf('c') + 1)..]);
            return context.Response.WriteDocumentAsync(page < 300 ? PageBefore("c" + (page + 1), "P" + page) : LastPage("P" + page));
        });
        using RecordingHandler handler = new();

        List<string> ids = await Runs.IdsAsync(Options(server, handler, prefetch: true));

        ids.Should().Equal(Enumerable.Range(0, 301).Select(page => "P" + page));
        handler.Requests.Should().OnlyHaveUniqueItems().And.HaveCount(301);
    }

    [Fact]
    public async Task An_early_page_that_fails_reports_how_many_rows_came_before_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A", "B"), PageBefore("c2", "C"), "no document");
        List<string> read = [];

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(
            Options(server, new RecordingHandler(), prefetch: true), read: read);

        read.Should().Equal("A", "B", "C");
        (failure.Page, failure.ItemsYielded, failure.Attempts).Should().Be((3, 3, 1));
    }

    private static KlaviyoOptions Options(LoopbackServer server, HttpMessageHandler handler, bool prefetch)
    {
        KlaviyoOptions options = Runs.Options(server.Address);
        options.HttpMessageHandler = handler;
        options.Prefetch = prefetch;
        return options;
    }
}
