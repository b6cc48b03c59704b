using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

public sealed class BackoffTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(0.0, new[] { 500, 500, 500, 500 })]
    [InlineData(0.5, new[] { 1000, 1750, 2875, 4000 })]
    [InlineData(1.0, new[] { 1500, 4000, 4000, 4000 })]
    public async Task Each_wait_is_drawn_between_the_shortest_and_three_times_the_one_before(double part, int[] milliseconds)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 4, context => context.Response.WriteDocumentAsync("{}", 503));
        KlaviyoOptions options = Options(server, part);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(4);

        Task<List<string>> run = Runs.IdsAsync(options);
        for (int i = 0; i < milliseconds.Length; i++)
        {
            TimeSpan wait = TimeSpan.FromMilliseconds(milliseconds[i]);
            await _time.WaitedForAsync(wait);
            server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: i + 1), "nothing is asked before the wait is over");
            _time.Advance(wait);
        }

        (await run).Should().Equal(FailingServer.Rows);
    }

    [Fact]
    public async Task Waits_differ_and_the_same_seed_draws_the_same()
    {
        (await WaitsAsync(new Random(7))).Should().Equal(await WaitsAsync(new Random(7))).And.NotEqual(await WaitsAsync(new Random(8)));
    }

    [Theory]
    [InlineData(429, "20", 20_250)]
    [InlineData(503, "20", 20_250)]
    [InlineData(429, "Wed, 15 Jul 2026 12:00:20 GMT", 20_250)]
    [InlineData(429, "0", 1000)]
    [InlineData(429, "Wed, 15 Jul 2026 11:00:00 GMT", 1000)]
    [InlineData(429, "soon", 1000)]
    [InlineData(429, null, 1000)]
    public async Task The_wait_that_Klaviyo_asks_for_is_kept_with_a_small_margin(int status, string? header, int milliseconds)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context =>
        {
            context.Response.Headers.RetryAfter = header;
            context.Response.Headers.Date = "Wed, 15 Jul 2026 12:00:00 GMT";
            return context.Response.WriteDocumentAsync("{}", status);
        });

        Task<List<string>> run = Runs.IdsAsync(Options(server, part: 0.5));
        await _time.WaitedForAsync(TimeSpan.FromMilliseconds(milliseconds));
        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 1));
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));

        (await run).Should().Equal(FailingServer.Rows);
        server.Targets.Should().Equal(FailingServer.TargetsWith(attempts: 2));
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Wed, 15 Jul 2026 13:00:00 GMT")]
    public async Task A_longer_wait_than_allowed_is_reported_with_the_time_to_resume(string header)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context =>
        {
            context.Response.Headers.RetryAfter = header;
            context.Response.Headers.Date = "Wed, 15 Jul 2026 12:00:00 GMT";
            return context.Response.WriteDocumentAsync("{}", 429);
        });

        KlaviyoRateLimitException failure = await Runs.FailureAsync<KlaviyoRateLimitException>(Options(server));

        failure.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        failure.RetryAt.Should().Be(new DateTimeOffset(2026, 7, 15, 13, 0, 0, TimeSpan.Zero));
        failure.Attempts.Should().Be(1);
        failure.Message.Should().Contain(
            "wait of 3600 s before the next request, until 2026-07-15T13:00:00+00:00").And.Contain("KlaviyoOptions.Retry.MaxRetryAfter allows (120 s)");
        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 1));
    }

    [Theory]
    [InlineData("Wed, 15 Jul 2026 11:57:00 GMT", "Wed, 15 Jul 2026 11:57:02 GMT")]
    [InlineData("Wed, 15 Jul 2026 12:03:00 GMT", "Wed, 15 Jul 2026 12:03:02 GMT")]
    public async Task A_date_to_wait_for_is_measured_by_the_servers_clock_however_wrong_the_local_one_is(string date, string until)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context =>
        {
            (context.Response.Headers.Date, context.Response.Headers.RetryAfter) = (date, until);
            return context.Response.WriteDocumentAsync("{}", 429);
        });

        Task<List<string>> run = Runs.IdsAsync(Options(server));
        await _time.WaitedForAsync(TimeSpan.FromSeconds(2));
        server.Targets.Should().Equal(FailingServer.TargetsUpTo(attempts: 1));
        _time.Advance(TimeSpan.FromSeconds(2));

        (await run).Should().Equal(FailingServer.Rows);
        server.Targets.Should().Equal(FailingServer.TargetsWith(attempts: 2));
    }

    [Fact]
    public async Task The_longest_accepted_wait_is_an_option()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 1, context =>
        {
            context.Response.Headers.RetryAfter = "11";
            return context.Response.WriteDocumentAsync("{}", 503);
        });
        KlaviyoOptions options = Options(server);
        options.Retry.MaxRetryAfter = TimeSpan.FromSeconds(10);

        KlaviyoServerException failure = await Runs.FailureAsync<KlaviyoServerException>(options);

        (failure.Attempts, failure.RetryAfter).Should().Be((1, TimeSpan.FromSeconds(11)));
    }

    private async Task<List<TimeSpan>> WaitsAsync(Random random)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 4, context => context.Response.WriteDocumentAsync("{}", 503));
        KlaviyoOptions options = Options(server);
        options.Random = random;
        Task<List<string>> run = Runs.IdsAsync(options);
        List<TimeSpan> waits = [];
        for (int i = 0; i < 4; i++)
        {
            TimeSpan wait = await _time.NextWaitAsync(under: TimeSpan.FromSeconds(60));
            waits.Add(wait);
            _time.Advance(wait);
        }

        await run.InTimeAsync();
        return waits;
    }

    private KlaviyoOptions Options(LoopbackServer server, double part = 0)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.TimeProvider, options.Random, options.Retry.BaseDelay) = (_time, new ScriptedRandom(part), TimeSpan.FromMilliseconds(500));
        return options;
    }
}
