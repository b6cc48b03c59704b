using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Tests of the log events about rate limits: 10, 11, 12, 14 and 15.</summary>
public sealed class RateLimitNoticesTests
{
    private readonly ManualTime _time = new();
    private readonly RecordingLoggers _loggers = new();

    [Fact]
    public async Task A_refusal_is_a_warning_that_says_for_how_long_nothing_is_sent()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) > 1)
                return context.Response.WriteDocumentAsync(LastPage("A"));
            context.Response.Headers.RetryAfter = "20";
            return context.Response.WriteDocumentAsync(Error(429, "throttled", "Throttled.", $"No more for {Runs.Key}."), 429);
        });
        await using KlaviyoContext klaviyo = Context(server);

        Task<List<string>> run = klaviyo.Profiles.Where(p => p.Email == "jane@example.com").Select(p => p.Id).ToListAsync();
        await _time.WaitedForAsync(TimeSpan.FromSeconds(20));
        _time.Advance(TimeSpan.FromSeconds(20));

        (await run).Should().Equal("A");
        _loggers.Lines[0].Should().Be("Warning 10: Klaviyo refused a request: its limit of GET /api/profiles is used up. No request that counts against it is sent for 20 s.");
        _loggers.Lines.Skip(1).Should().Equal(
            "Warning 20: get_profiles, page 1: attempt 1 of 5 failed (status 429); retrying in 20000 ms.",
            "Information 21: get_profiles, page 1: succeeded at attempt 2.",
            "Warning 43: get_profiles, page 1: slow, 20000 ms without the wait for permits (KlaviyoOptions.SlowPageThreshold is 10000 ms).");
    }

    [Fact]
    public async Task Limits_other_than_the_catalogues_are_logged_once_when_they_are_learned()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["RateLimit-Limit"] = "50, 50;w=1, 750;w=60, 9000;w=3600";
            return context.Response.WriteDocumentAsync(LastPage("A"));
        });
        await using KlaviyoContext klaviyo = Context(server);

        await klaviyo.Profiles.ToListAsync();
        await klaviyo.Profiles.ToListAsync();

        _loggers.Lines.Should().Equal(
            "Warning 11: Klaviyo's limit of GET /api/profiles is 50 requests in 1 s (known so far: 75). The new limit applies until 10 minutes after the last answer that reports it.",
            "Warning 11: Klaviyo's limit of GET /api/profiles is 9000 requests in 3600 s (known so far: none). The new limit applies until 10 minutes after the last answer that reports it.");
    }

    [Fact]
    public async Task Use_by_others_is_logged_and_a_wait_for_it_and_that_it_is_no_longer_believed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers["RateLimit-Limit"] = "75, 75;w=1, 750;w=60";
            context.Response.Headers["RateLimit-Remaining"] = "0";
            context.Response.Headers["RateLimit-Reset"] = "0";
            return context.Response.WriteDocumentAsync(LastPage("A"));
        });
        await using KlaviyoContext klaviyo = Context(server);

        await klaviyo.Profiles.ToListAsync();
        _loggers.Lines.Should().Equal("Warning 14: Other clients use Klaviyo's limit of GET /api/profiles: 0 of 75 requests in 1 s remain, as the answer reports. Requests wait for the window to end.");
        Task<List<string>> second = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        await _time.WaitedForAsync(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        (await second).Should().Equal("A");
        _loggers.Lines.Skip(1).Should().Equal(
            "Debug 12: A request to GET /api/profiles waits for a permit within Klaviyo's rate limits.",
            "Warning 15: Klaviyo's answers report again that 0 of 75 requests of the limit of GET /api/profiles remain, and refuse none. The use by other clients that they report is ignored for 10 minutes, or until Klaviyo refuses a request.");
    }

    private KlaviyoContext Context(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.TimeProvider, options.EnableRateLimiting, options.LoggerFactory) = (_time, true, _loggers);
        return new KlaviyoContext(options);
    }
}
