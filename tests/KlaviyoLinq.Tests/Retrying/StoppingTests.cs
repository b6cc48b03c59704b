using System.Runtime.CompilerServices;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

/// <summary>Tests that cancelling at any await point reports the caller's token and leaks nothing.</summary>
public sealed class StoppingTests
{
    private readonly ManualTime _time = new();

    public static TheoryData<AwaitPoint, bool, bool> Points { get; } = Combine();

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Cancelled_at_any_point_a_query_ends_with_the_users_token_and_can_be_run_again(AwaitPoint point, bool prefetch, bool tokenOfEnumeration)
    {
        await using StallingServer stalling = await new StallingServer(point, _time).StartAsync();
        KlaviyoOptions options = stalling.Options();
        options.Prefetch = prefetch;
        await using KlaviyoContext klaviyo = new(options);
        List<string> read = [];

        for (int i = 0; i < 5; i++)
        {
            read.Clear();
            using var cancellation = new CancellationTokenSource();
            Task run = tokenOfEnumeration
                ? ReadAsync(klaviyo.Profiles.AsAsyncEnumerable().WithCancellation(cancellation.Token))
                : klaviyo.Profiles.ForEachAsync(profile => read.Add(profile.Id), cancellation.Token);
            await stalling.StalledAsync();
            await Patience.UntilAsync(() => read.Count == 2, run);
            await cancellation.CancelAsync();

            OperationCanceledException cancelled = (
                await FluentActions.Awaiting(() => run.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which;
            cancelled.CancellationToken.Should().Be(cancellation.Token);
            read.Should().Equal("A", "B");
        }

        _time.Waiting.Should().Be(0, "no timer is left behind");
        await ConnectionsAreAtMostOneAsync(stalling.Server);
        stalling.IsWell = true;
        (await klaviyo.Profiles.Select(p => p.Id).ToListAsync()).Should().Equal(FailingServer.Rows);

        async Task ReadAsync(ConfiguredCancelableAsyncEnumerable<Profile> rows)
        {
            await foreach (Profile row in rows)
                read.Add(row.Id);
        }
    }

    [Theory]
    [InlineData(AwaitPoint.Headers)]
    [InlineData(AwaitPoint.Body)]
    [InlineData(AwaitPoint.Backoff)]
    [InlineData(AwaitPoint.RetryAfter)]
    public async Task Stopping_while_the_next_page_is_awaited_leaks_nothing(AwaitPoint point)
    {
        await using StallingServer stalling = await new StallingServer(point, _time).StartAsync();
        KlaviyoOptions options = stalling.Options();
        options.Prefetch = true;
        await using KlaviyoContext klaviyo = new(options);

        for (int i = 0; i < 5; i++)
        {
            await foreach (Profile first in klaviyo.Profiles)
            {
                first.Id.Should().Be("A");
                await stalling.StalledAsync();
                break;
            }
        }

        _time.Waiting.Should().Be(0, "no timer is left behind");
        await ConnectionsAreAtMostOneAsync(stalling.Server);
        stalling.IsWell = true;
        (await klaviyo.Profiles.Select(p => p.Id).ToListAsync()).Should().Equal(FailingServer.Rows);
    }

    [Fact]
    public async Task Stopping_early_between_pages_leaves_the_connection_to_the_next_query()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 0, _ => Task.CompletedTask);
        using KlaviyoExecutor executor = Runs.Retrying(server.Address).ToExecutor().Value;

        for (int i = 0; i < 10; i++)
        {
            await foreach (ResourcePage page in executor.Pages())
                break;
        }

        (server.Requests.Count, server.Connections).Should().Be((10, 1));
    }

    [Fact]
    public async Task Attempts_that_were_answered_share_one_connection()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(
            failures: 4, context => context.Response.WriteDocumentAsync(Error(503, "error", "Error.", "Later."), 503));

        await Runs.IdsAsync(Runs.Retrying(server.Address));

        (server.Requests.Count, server.Connections).Should().Be((7, 1));
    }

    [Fact]
    public async Task A_token_cancelled_between_two_attempts_without_a_wait_stops_the_second()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 4, context => context.Response.WriteDocumentAsync("{}", 503));
        KlaviyoOptions options = Runs.Retrying(server.Address);
        options.Random = new CancellingRandom(cancellation);
        using KlaviyoExecutor executor = options.ToExecutor().Value;

        Func<Task> run = () => executor.StreamPages(new PageRequest(Runs.Profiles, "/api/profiles"), cancellation.Token).CountAsync().AsTask();

        (await run.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 1));
    }

    private static Task ConnectionsAreAtMostOneAsync(LoopbackServer server) => Patience.UntilAsync(() => server.OpenConnections <= 1);

    private static TheoryData<AwaitPoint, bool, bool> Combine()
    {
        var points = new TheoryData<AwaitPoint, bool, bool>();
        foreach (AwaitPoint point in Enum.GetValues<AwaitPoint>())
        {
            points.Add(point, false, false);
            points.Add(point, false, true);
            points.Add(point, true, false);
            points.Add(point, true, true);
        }

        return points;
    }

    /// <summary>Cancels while the wait before the next attempt is drawn.</summary>
    private sealed class CancellingRandom(CancellationTokenSource cancellation) : Random
    {
        public override double NextDouble()
        {
            cancellation.Cancel();
            return 0;
        }
    }
}
