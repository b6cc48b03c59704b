using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Headers that would close an operation for longer than any documented window: none does, and none makes a query wait silently.</summary>
public sealed class StallingHeaderTests
{
    private readonly ManualTime _time = new();
    private readonly RecordingLoggers _loggers = new();
    private int _asked;

    [Theory]
    [InlineData("1;w=2678400")]
    [InlineData("1, 1;w=2678400")]
    [InlineData("1, 1;w=86401, 1;w=2147483647")]
    public async Task A_window_longer_than_a_day_is_not_believed(string limit)
    {
        await using LoopbackServer server = await ServerAsync((response, _) => response["RateLimit-Limit"] = limit);
        await using KlaviyoContext klaviyo = new(Options(server));

        for (int i = 0; i < 3; i++)
            (await klaviyo.Profiles.Select(p => p.Id).ToListAsync().InTimeAsync()).Should().Equal("A");

        klaviyo.RateLimits.Single().Windows.Should().HaveCount(2);
        _loggers.Lines.Should().BeEmpty();
    }

    [Fact]
    public async Task A_retry_after_of_68_years_ends_its_own_query_and_closes_nothing_for_a_new_context()
    {
        await using LoopbackServer server = await ServerAsync((response, number) => response["Retry-After"] = number == 1 ? "2147483647" : null, throttled: 1);
        await using (KlaviyoContext klaviyo = new(Options(server)))
        {
            KlaviyoRateLimitException limited = (
                await FluentActions.Awaiting(() => klaviyo.Profiles.ForEachAsync(_ => { }).InTimeAsync())
                    .Should().ThrowAsync<KlaviyoRateLimitException>()).Which;
            limited.RetryAfter.Should().Be(TimeSpan.FromSeconds(2147483647));
            limited.Checkpoint.Should().NotBeNull();
        }

        _loggers.Lines[0].Should().Be("Warning 13: Klaviyo refused a request and asks for a wait of 2147483647 s for its limit of GET /api/profiles. No window is that long, so the limit is closed for 1 s only.");
        await using KlaviyoContext other = new(Options(server));
        Task<List<string>> next = other.Profiles.Select(p => p.Id).ToListAsync();
        await _time.WaitedForAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        (await next.InTimeAsync()).Should().Equal("A");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_daily_window_that_is_used_up_refuses_queries_with_a_time_and_is_forgotten_when_no_answer_repeats_it()
    {
        await using LoopbackServer server = await ServerAsync((response, number) => response["RateLimit-Limit"] = number == 1 ? "1, 1;w=86400" : null);
        await using KlaviyoContext klaviyo = new(Options(server));
        await klaviyo.Profiles.ToListAsync();
        _loggers.Lines.Should().Equal("Warning 11: Klaviyo's limit of GET /api/profiles is 1 requests in 86400 s (known so far: none). The new limit applies until 10 minutes after the last answer that reports it.");
        _time.Advance(TimeSpan.FromMinutes(4));

        KlaviyoPermitRefusedException refused = (
            await FluentActions.Awaiting(() => klaviyo.Profiles.ForEachAsync(_ => { }).InTimeAsync())
                .Should().ThrowAsync<KlaviyoPermitRefusedException>()).Which;

        refused.RetryAfter.Should().Be(TimeSpan.FromMinutes(6));
        refused.Checkpoint.Should().NotBeNull();
        refused.Message.Should().Contain("rate limit of GET /api/profiles is closed for another 360 s").And.Contain("KlaviyoOptions.Retry.MaxRetryAfter");
        server.Requests.Should().HaveCount(1);
        _time.Advance(refused.RetryAfter!.Value);
        for (int i = 0; i < 3; i++)
            (await klaviyo.Profiles.Select(p => p.Id).ToListAsync().InTimeAsync()).Should().Equal("A");
        server.Requests.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("75, 75;w=1, 750;w=60", 0, "0")]
    [InlineData("75, 75;w=1, 750;w=60", 1, "0")]
    [InlineData("75, 75;w=1, 750;w=60", 5, null)]
    [InlineData("750, 75;w=1, 750;w=60", 0, "43")]
    [InlineData("750, 75;w=1, 750;w=60", 0, null)]
    [InlineData("750, 75;w=1, 750;w=60", 2, "43")]
    public async Task A_number_of_remaining_requests_that_never_changes_is_waited_for_once_and_then_ignored_with_a_warning(
        string limit, int remaining, string? reset)
    {
        await using LoopbackServer server = await ServerAsync(
            (response, _) => (response["RateLimit-Limit"], response["RateLimit-Remaining"], response["RateLimit-Reset"]) = (limit, $"{remaining}", reset));
        await using KlaviyoContext klaviyo = new(Options(server));
        TimeSpan waited = TimeSpan.Zero;

        for (int i = 0; i < 60; i++)
        {
            Task<List<string>> query = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
            await Patience.UntilAsync(() =>
            {
                if (klaviyo.RateLimits.Sum(state => state.Waiting) > 0)
                {
                    _time.Advance(TimeSpan.FromSeconds(1));
                    waited += TimeSpan.FromSeconds(1);
                }

                return query.IsCompleted;
            });
            (await query).Should().Equal("A");
        }

        waited.Should().BePositive("a report is believed once").And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(61));
        _loggers.Lines.Where(line => line.StartsWith("Warning", StringComparison.Ordinal))
            .Select(line => line[..10]).Should().Equal("Warning 14", "Warning 15");
    }

    [Fact]
    public async Task Queries_that_wait_already_are_refused_when_an_answer_asks_for_a_longer_wait_than_they_accept()
    {
        TaskCompletionSource mayAnswer = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref _asked) == 1)
            {
                context.Response.Headers["RateLimit-Limit"] = "1, 1;w=1";
                await context.Response.WriteDocumentAsync(LastPage("A"));
                return;
            }

            await mayAnswer.Task.InTimeAsync();
            context.Response.Headers.RetryAfter = "600";
            await context.Response.WriteDocumentAsync(Error(429, "throttled", "Throttled.", "Later."), 429);
        });
        await using KlaviyoContext klaviyo = new(Options(server));
        await klaviyo.Profiles.ToListAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Task<List<string>> sent = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        await Patience.UntilAsync(() => server.Requests.Count == 2, sent);
        Task<List<string>> waiting = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        await Patience.UntilAsync(() => klaviyo.RateLimits.Single().Waiting == 1, waiting);

        mayAnswer.SetResult();

        await FluentActions.Awaiting(() => sent.InTimeAsync()).Should().ThrowAsync<KlaviyoRateLimitException>();
        (await FluentActions.Awaiting(() => waiting.InTimeAsync()).Should().ThrowAsync<KlaviyoPermitRefusedException>()).Which.RetryAfter.Should()
            .Be(TimeSpan.FromMinutes(10));
        server.Requests.Should().HaveCount(2);
    }

    /// <summary>Answers one row, with headers; throttles the first requests.</summary>
    private Task<LoopbackServer> ServerAsync(Action<Microsoft.AspNetCore.Http.IHeaderDictionary, int> head, int throttled = 0) =>
        LoopbackServer.StartAsync(context =>
    {
        int number = Interlocked.Increment(ref _asked);
        head(context.Response.Headers, number);
        return number <= throttled
            ? context.Response.WriteDocumentAsync(Error(429, "throttled", "Throttled.", "Later."), 429)
            : context.Response.WriteDocumentAsync(LastPage("A"));
    });

    private KlaviyoOptions Options(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.TimeProvider, options.EnableRateLimiting, options.LoggerFactory) = (_time, true, _loggers);
        return options;
    }
}
