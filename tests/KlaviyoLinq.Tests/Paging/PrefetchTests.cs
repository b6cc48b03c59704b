using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Paging;

public sealed class PrefetchTests
{
    [Fact]
    public async Task The_next_page_is_requested_while_the_first_is_processed()
    {
        var second = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (!context.Request.QueryString.HasValue)
                return context.Response.WriteDocumentAsync(PageBefore("c1", "A"));
            second.TrySetResult();
            return context.Response.WriteDocumentAsync(context.Request.QueryString.Value!.Contains("c1") ? PageBefore("c2", "B") : LastPage("C"));
        });
        using KlaviyoExecutor executor = Prefetching(server).ToExecutor().Value;
        List<string> ids = [];

        await foreach (ResourcePage page in executor.Pages())
        {
            ids.Add(page.Resources[0].Id);
            if (ids.Count == 1)
                await second.Task.InTimeAsync();
        }

        ids.Should().Equal("A", "B", "C");
        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Only_one_page_is_fetched_ahead()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), PageBefore("c2", "B"), LastPage("C"));
        using KlaviyoExecutor executor = Prefetching(server).ToExecutor().Value;

        await using IAsyncEnumerator<ResourcePage> pages = executor.Pages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        await Task.Delay(300);

        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Without_prefetch_no_page_is_requested_ahead()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), LastPage("B"));
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;

        await using IAsyncEnumerator<ResourcePage> pages = executor.Pages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        await Task.Delay(300);

        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Nothing_is_fetched_ahead_beyond_the_wanted_number_of_items()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), LastPage("B"));

        await Runs.IdsAsync(Prefetching(server), maximumItems: 1);

        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task Stopping_early_aborts_the_request_in_flight()
    {
        var aborted = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (!context.Request.QueryString.HasValue)
            {
                await context.Response.WriteDocumentAsync(PageBefore("c1", "A"));
                return;
            }

            context.RequestAborted.Register(aborted.SetResult);
            asked.SetResult();
            await aborted.Task.InTimeAsync();
        });
        using KlaviyoExecutor executor = Prefetching(server).ToExecutor().Value;

        await foreach (ResourcePage page in executor.Pages())
        {
            await asked.Task.InTimeAsync();
            break;
        }

        await aborted.Task.InTimeAsync();
    }

    [Fact]
    public async Task A_page_that_fails_ahead_fails_after_the_rows_before_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(PageBefore("c1", "A"), "no document");
        List<string> read = [];

        KlaviyoProtocolException failure = await Runs.FailureAsync<KlaviyoProtocolException>(Prefetching(server), read: read);

        read.Should().Equal("A");
        (failure.Page, failure.ItemsYielded).Should().Be((2, 1));
    }

    [Fact]
    public async Task Cancellation_reaches_the_page_on_its_way_with_the_users_token()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (context.Request.QueryString.HasValue)
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            await context.Response.WriteDocumentAsync(PageBefore("c1", "A"));
        });
        using KlaviyoExecutor executor = Prefetching(server).ToExecutor().Value;
        using var cancellation = new CancellationTokenSource();

        Func<Task> run = async () =>
        {
            await foreach (ResourcePage page in executor.Pages().WithCancellation(cancellation.Token))
                await cancellation.CancelAsync();
        };

        (await run.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
    }

    private static KlaviyoOptions Prefetching(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Options(server.Address);
        options.Prefetch = true;
        return options;
    }
}
