using System.Net;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>A limiter that the user has handed in: asked before every attempt, notified of every answer, and never left with a lease.</summary>
public sealed class OwnLimiterTests : IDisposable
{
    private readonly ObservingLimiter _limiter = new();

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public async Task It_is_called_before_every_attempt_and_receives_every_answer()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            _limiter.Free.Should().Be(0, "the lease is held while the request is on its way");
            switch (Interlocked.Increment(ref asked))
            {
                case 1:
                    context.Response.Headers.RetryAfter = "0";
                    return context.Response.WriteDocumentAsync(Error(429, "throttled", "Throttled.", "Later."), 429);
                case 2:
                    return context.Response.WriteDocumentAsync(Error(503, "error", "Error.", "Later."), 503);
                case 3:
                    Report(context, "3, 3;w=1, 60;w=60", "2", "1");
                    return context.Response.WriteDocumentAsync(PageBefore("c1", "A"));
                default:
                    Report(context, "60, 60;w=60, 3;w=1", "57", "30");
                    return context.Response.WriteDocumentAsync(LastPage("B"));
            }
        });
        await using KlaviyoContext klaviyo = new(Options(server));

        (await klaviyo.Profiles.AdditionalFields(p => p.PredictiveAnalytics).Select(p => p.Id).ToListAsync()).Should().Equal("A", "B");

        server.Requests.Should().HaveCount(4);
        _limiter.Calls.Should().HaveCount(4).And.OnlyContain(call => call.Operation == "GET /api/profiles" && call.Account == _limiter.Calls[0].Account);
        _limiter.Calls[0].ToString().Should().NotContain(Runs.Key).And.NotContain(Runs.Key[3..]);
        _limiter.Observed.Select(reported => reported.Call).Should().Equal(_limiter.Calls);
        _limiter.Observed.Select(reported => (reported.Answer.StatusCode, reported.Answer.RetryAfter, reported.Answer.Windows.Count)).Should().Equal(
            (HttpStatusCode.TooManyRequests, TimeSpan.Zero, 0),
            (HttpStatusCode.ServiceUnavailable, null, 0),
            (HttpStatusCode.OK, null, 2),
            (HttpStatusCode.OK, null, 2));
        _limiter.Observed[2].Answer.Windows.Should()
            .Equal(
                new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(1), 3, 2, TimeSpan.FromSeconds(1)),
                new KlaviyoRateLimitWindow(TimeSpan.FromMinutes(1), 60, null, null));
        _limiter.Observed[3].Answer.Windows.Should()
            .Equal(
                new KlaviyoRateLimitWindow(TimeSpan.FromSeconds(1), 3, null, null),
                new KlaviyoRateLimitWindow(TimeSpan.FromMinutes(1), 60, 57, TimeSpan.FromSeconds(30)));
        _limiter.Free.Should().Be(1);
        klaviyo.RateLimits.Should().BeEmpty("the library's own limiter is out of play");
    }

    [Fact]
    public async Task Its_lease_comes_back_from_every_failure_and_from_a_cancelled_wait()
    {
        TaskCompletionSource sent = new(), mayAnswer = new();
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                await context.Response.WriteDocumentAsync("no JSON");
                return;
            }

            sent.SetResult();
            await mayAnswer.Task.InTimeAsync();
            await context.Response.WriteDocumentAsync(LastPage("A"));
        });
        await using KlaviyoContext klaviyo = new(Options(server));
        using CancellationTokenSource patience = new();
        Task<List<string>> first = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        await sent.Task.InTimeAsync();
        Task<List<string>> waiting = klaviyo.Profiles.Select(p => p.Id).ToListAsync(patience.Token);
        await Patience.UntilAsync(() => _limiter.Queued == 1, waiting);

        await patience.CancelAsync();
        (await FluentActions.Awaiting(() => waiting.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should()
            .Be(patience.Token);
        server.Requests.Should().HaveCount(1);
        mayAnswer.SetResult();
        (await first.InTimeAsync()).Should().Equal("A");
        await FluentActions.Awaiting(() => klaviyo.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoProtocolException>();

        (_limiter.Free, _limiter.Queued).Should().Be((1, 0));
    }

    [Fact]
    public async Task It_is_not_asked_where_rate_limits_are_switched_off()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage("A"));
        KlaviyoOptions options = Options(server);
        options.EnableRateLimiting = false;
        await using KlaviyoContext klaviyo = new(options);

        (await klaviyo.Profiles.Select(p => p.Id).ToListAsync()).Should().Equal("A");

        _limiter.Calls.Should().BeEmpty();
        _limiter.Observed.Should().BeEmpty();
    }

    private static void Report(HttpContext context, string limit, string remaining, string reset)
    {
        context.Response.Headers["RateLimit-Limit"] = limit;
        context.Response.Headers["RateLimit-Remaining"] = remaining;
        context.Response.Headers["RateLimit-Reset"] = reset;
    }

    private KlaviyoOptions Options(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.EnableRateLimiting, options.RateLimiter) = (true, _limiter);
        return options;
    }
}
