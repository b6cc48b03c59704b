using System.Net;
using System.Threading.RateLimiting;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Retries, deadlines and cancellation meet the wait for a rate limit that takes one request in an hour.</summary>
public sealed class QueueWaitTests
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private readonly ManualTime _time = new();
    private int _failures;

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Cancelled_in_the_row_a_page_or_a_retry_ends_with_the_users_token_and_takes_no_permit(int failures, bool prefetch)
    {
        await using LoopbackServer server = await ServerAsync();
        await using KlaviyoContext klaviyo = new(Options(server, prefetch));
        await klaviyo.Profiles.FirstAsync();
        List<string> read = [];

        for (int i = 0; i < 5; i++)
        {
            // Room for one: the first attempt at the first page takes it, and what comes next waits.
            _time.Advance(_hour);
            _failures = failures;
            read.Clear();
            using CancellationTokenSource cancellation = new();
            Task run = klaviyo.Profiles.ForEachAsync(profile => read.Add(profile.Id), cancellation.Token);
            await Patience.UntilAsync(() => Waiting(klaviyo) == 1 && read.Count == (failures > 0 ? 0 : 1), run);
            await cancellation.CancelAsync();

            (await FluentActions.Awaiting(() => run.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should()
                .Be(cancellation.Token);
            read.Should().Equal(failures > 0 ? [] : ["A"]);
            Waiting(klaviyo).Should().Be(0);
        }

        _time.Running.Should().Be(0, "nobody waits, and no page is late");
        server.Requests.Should().HaveCount(6);
        _time.Advance(_hour);
        klaviyo.RateLimits.Single().Windows.Should().OnlyContain(window => window.Remaining == window.Limit, "who was cancelled took nothing");
        (await klaviyo.Profiles.FirstAsync()).Id.Should().Be("A");
        server.Requests.Should().HaveCount(7);
    }

    [Fact]
    public async Task Standing_in_the_row_for_hours_makes_neither_an_attempt_nor_a_page_late()
    {
        await using LoopbackServer server = await ServerAsync();
        KlaviyoOptions options = Options(server, prefetch: false);
        (options.Timeout, options.TotalTimeout) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));
        await using KlaviyoContext klaviyo = new(options);
        await klaviyo.Profiles.FirstAsync();
        _failures = 2;

        Task<List<string>> run = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        for (int i = 0; i < 4; i++)
        {
            await Patience.UntilAsync(() => Waiting(klaviyo) == 1, run);
            _time.Advance(_hour);
        }

        (await run.InTimeAsync()).Should().Equal("A", "B");
        server.Requests.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_caller_that_is_cancelled_as_its_permit_is_granted_returns_the_permit()
    {
        AccountLimiters limiter = new(_time);
        KlaviyoCall call = new("a", "GET /api/tags", [new("GET /api/tags", 1, 60)]);
        using CancellationTokenSource cancellation = new();
        RateLimitLease lease = await limiter.AcquireAsync(call, 1, cancellation.Token);
        Task<RateLimitLease> next = limiter.AcquireAsync(call).AsTask();
        await cancellation.CancelAsync();
        RatePass pass = new(lease, call, null, null);

        FluentActions.Invoking(() => pass.Send(cancellation.Token))
            .Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(cancellation.Token);

        (await next.InTimeAsync()).IsAcquired.Should().BeTrue();
        pass.Dispose();
        limiter.AttemptAcquire(call).IsAcquired.Should().BeFalse("a permit is given back once");
    }

    /// <summary>Two pages, reported as the limit of an hour.</summary>
    private Task<LoopbackServer> ServerAsync() => LoopbackServer.StartAsync(context =>
    {
        context.Response.Headers["RateLimit-Limit"] = "75, 75;w=1, 750;w=60, 1;w=3600";
        if (Interlocked.Decrement(ref _failures) >= 0)
            return context.Response.WriteDocumentAsync(Error(503, "error", "Error.", "Later."), (int)HttpStatusCode.ServiceUnavailable);
        return context.Response.WriteDocumentAsync(context.Request.Query.ContainsKey("page[cursor]") ? LastPage("B") : PageBefore("c1", "A"));
    });

    private static int Waiting(KlaviyoContext klaviyo) => klaviyo.RateLimits.Sum(limit => limit.Waiting);

    private KlaviyoOptions Options(LoopbackServer server, bool prefetch)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.TimeProvider, options.EnableRateLimiting, options.Prefetch, options.Retry.MaxRetryAfter) = (_time, true, prefetch, 2 * _hour);
        return options;
    }
}
