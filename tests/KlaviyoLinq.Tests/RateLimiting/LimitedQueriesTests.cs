using System.Threading.RateLimiting;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Queries over real HTTP against the emulator's windows; both sides look at the same virtual clock.</summary>
public sealed class LimitedQueriesTests : IAsyncLifetime
{
    private readonly VirtualClock _clock = new();
    private readonly RateLimitSettings _limits = new() { Phase = TimeSpan.Zero };
    private KlaviyoEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await KlaviyoEmulator.StartAsync(options =>
    {
        options.Data = new DataSize { Profiles = 5, Events = 5 };
        options.TimeProvider = _clock;
        options.RateLimits = _limits;
    });

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 60)]
    [InlineData(3, 450)]
    public async Task Over_real_http_the_limit_is_used_up_to_more_than_99_percent_and_nothing_is_refused(int seed, int delay)
    {
        const int Minutes = 12, Steady = 60, Workers = 8;
        _limits.Phase = TimeSpan.FromMilliseconds(317 * seed * seed);
        using DelayedNetwork network = new(_clock, seed, TimeSpan.FromMilliseconds(delay));
        KlaviyoOptions options = Options("pk_measured", network);
        options.Retry.MaxRetries = 0;
        await using KlaviyoContext klaviyo = new(options);
        int begun = 0, working = Workers;
        Task[] workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync))];
        Task all = Task.WhenAll(workers);
        while (!all.IsCompleted)
        {
            // Everybody waits for the clock: in the limiter's row, or on the simulated way.
            await Patience.UntilAsync(() => all.IsCompleted || network.Delayed + Waiting(klaviyo) == Volatile.Read(ref working));
            _clock.Advance();
        }

        await all;
        _emulator.RateLimits.Sum(window => window.Refused).Should().Be(0);
        _emulator.Requests.Should().HaveCount((Minutes * Steady) + 1);
        _clock.Elapsed.Should().BeLessThanOrEqualTo(TimeSpan.FromMinutes(Minutes / 0.99) + TimeSpan.FromMilliseconds(2 * delay));

        async Task WorkAsync()
        {
            try
            {
                while (Interlocked.Increment(ref begun) <= (Minutes * Steady) + 1)
                    await klaviyo.Tags.AnyAsync();
            }
            finally
            {
                // A worker that fails waits for nothing, and its failure ends the test.
                Interlocked.Decrement(ref working);
            }
        }
    }

    [Fact]
    public async Task Two_contexts_of_one_account_wait_in_one_row_and_two_accounts_do_not()
    {
        await using KlaviyoContext one = new(Options("pk_one"));
        await using KlaviyoContext same = new(Options("pk_one"));
        await using KlaviyoContext other = new(Options("pk_two"));
        for (int i = 0; i < 3; i++)
            await one.Tags.AnyAsync();

        Task<bool> fourth = same.Tags.AnyAsync();

        (await other.Tags.AnyAsync()).Should().BeTrue();
        (await one.Metrics.AnyAsync()).Should().BeTrue("another operation has a limit of its own");
        await WaitsAsync(one, 1);
        same.RateLimits.Should().BeEquivalentTo(one.RateLimits);
        _emulator.Requests.Count(request => request.Path == "/api/tags").Should().Be(4);
        _clock.Pass(TimeSpan.FromSeconds(1));
        (await fourth.InTimeAsync()).Should().BeTrue();
        _emulator.RateLimits.Sum(window => window.Refused).Should().Be(0);
    }

    [Fact]
    public async Task Use_by_others_is_detected_and_after_a_429_no_request_is_sent_before_the_time()
    {
        await using KlaviyoContext klaviyo = new(Options("pk_shared"));
        using HttpClient others = new() { BaseAddress = _emulator.BaseAddress };
        others.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Klaviyo-API-Key pk_shared");
        others.DefaultRequestHeaders.Add("revision", "2026-07-15");
        for (int i = 0; i < 2; i++)
            (await others.GetAsync("api/tags")).EnsureSuccessStatusCode();
        await klaviyo.Tags.AnyAsync();
        Task<bool> second = klaviyo.Tags.AnyAsync();
        await WaitsAsync(klaviyo, 1);
        _emulator.Requests.Should().HaveCount(3, "the window is full, as Remaining said");
        _clock.Pass(TimeSpan.FromSeconds(1));
        await second.InTimeAsync();

        _clock.Pass(TimeSpan.FromSeconds(5));
        for (int i = 0; i < 3; i++)
            (await others.GetAsync("api/tags")).EnsureSuccessStatusCode();
        _emulator.ClearRequests();
        Task<bool> refused = klaviyo.Tags.AnyAsync();
        await Patience.UntilAsync(() => klaviyo.RateLimits.Any(limit => limit.BlockedFor == TimeSpan.FromSeconds(1)));
        Task<bool> next = klaviyo.Tags.AnyAsync();
        await WaitsAsync(klaviyo, 1);
        _emulator.Requests.Should().HaveCount(1);
        await Patience.UntilAsync(() => !_clock.Advance(_clock.Elapsed + TimeSpan.FromSeconds(10)) && refused.IsCompleted && next.IsCompleted);
        (await refused && await next).Should().BeTrue();
        _emulator.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Limits_that_differ_from_the_catalogue_are_learned_and_pages_report_them()
    {
        _limits.Limits["/api/tags"] = new RateLimit(2, 40);
        await using KlaviyoContext klaviyo = new(Options("pk_learning"));

        KlaviyoPage<Tag> page = await klaviyo.Tags.AsPages().FirstAsync();

        page.RateLimit.Should().Equal(
            new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(1), 2, 1, TimeSpan.FromSeconds(1)),
            new KlaviyoRateLimitWindow(TimeSpan.FromMinutes(1), 40, null, null));
        KlaviyoRateLimitState state = klaviyo.RateLimits.Single();
        state.Name.Should().Be("GET /api/tags");
        state.Windows.Select(window => (window.Limit, window.Remaining)).Should().Equal((2, 1), (40, 39));
        state.Reported.Should().Equal(page.RateLimit);
    }

    [Fact]
    public async Task A_wait_ends_with_the_users_token_or_with_the_context_and_takes_nothing()
    {
        KlaviyoContext klaviyo = new(Options("pk_cancelled"));
        await using KlaviyoContext same = new(Options("pk_cancelled"));
        for (int i = 0; i < 3; i++)
            await klaviyo.Tags.AnyAsync();
        using CancellationTokenSource patience = new();
        Task<bool> cancelled = klaviyo.Tags.AnyAsync(patience.Token);
        Task<bool> closed = klaviyo.Tags.AnyAsync();
        Task<bool> waiting = same.Tags.AnyAsync();
        await WaitsAsync(klaviyo, 3);

        await patience.CancelAsync();
        await klaviyo.DisposeAsync();

        (await FluentActions.Awaiting(() => cancelled.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should()
            .Be(patience.Token);
        await FluentActions.Awaiting(() => closed.InTimeAsync()).Should().ThrowAsync<ObjectDisposedException>();
        await WaitsAsync(same, 1);
        _clock.Pass(TimeSpan.FromSeconds(1));
        (await waiting.InTimeAsync()).Should().BeTrue();
        _emulator.Requests.Should().HaveCount(4);
    }

    [Fact]
    public async Task A_limiter_of_ones_own_decides_and_may_refuse()
    {
        using PartitionedRateLimiter<KlaviyoCall> own = PartitionedRateLimiter.Create<KlaviyoCall, string>(call => RateLimitPartition.GetFixedWindowLimiter(
            call.Operation, _ => new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromHours(1), AutoReplenishment = false }));
        KlaviyoOptions options = Options("pk_own");
        options.RateLimiter = own;
        await using KlaviyoContext klaviyo = new(options);
        await klaviyo.Tags.AnyAsync();
        await klaviyo.Tags.AnyAsync();

        KlaviyoPermitRefusedException refusal = (
            await FluentActions.Awaiting(() => klaviyo.Tags.AnyAsync()).Should().ThrowAsync<KlaviyoPermitRefusedException>()).Which;

        refusal.RetryAfter.Should().BePositive();
        refusal.Operation.Should().Be("get_tags");
        _emulator.Requests.Should().HaveCount(2);
        klaviyo.RateLimits.Should().BeEmpty();
        own.GetStatistics(new KlaviyoCall("", "GET /api/tags", []))!.TotalSuccessfulLeases.Should().Be(2);
    }

    private static int Waiting(KlaviyoContext klaviyo) => klaviyo.RateLimits.Sum(limit => limit.Waiting);

    private static Task WaitsAsync(KlaviyoContext klaviyo, int count) => Patience.UntilAsync(() => Waiting(klaviyo) == count);

    // The clock runs ahead of the real exchanges, which must not be late by it.
    private KlaviyoOptions Options(string key, HttpMessageHandler? handler = null) => new()
    {
        ApiKey = key,
        BaseAddress = _emulator.BaseAddress,
        TimeProvider = _clock,
        HttpMessageHandler = handler,
        Timeout = Timeout.InfiniteTimeSpan,
        TotalTimeout = Timeout.InfiniteTimeSpan,
    };
}
