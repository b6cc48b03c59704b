using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.RateLimiting;

/// <summary>Klaviyo asks to send nothing for longer than anybody wants to wait: queries end at once, and nothing is sent.</summary>
public sealed class LongBlockTests
{
    // A wait would be for a clock that is never moved, which fails the test.
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Queries_after_a_refusal_for_an_hour_are_refused_without_being_sent_until_the_wait_is_short_enough()
    {
        await using LoopbackServer server = await ServerAsync();
        await using KlaviyoContext klaviyo = new(Options(server));
        await using KlaviyoContext same = new(Options(server));

        KlaviyoRateLimitException limited = (
            await FluentActions.Awaiting(() => klaviyo.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoRateLimitException>()).Which;
        limited.RetryAfter.Should().Be(TimeSpan.FromHours(1));
        _time.Advance(TimeSpan.FromMinutes(10));
        KlaviyoPermitRefusedException refused = await RefusedAsync(same);

        refused.RetryAfter.Should().Be(TimeSpan.FromMinutes(50));
        refused.Message.Should().Contain("not sent").And.Contain("another 3000 s").And.Contain("KlaviyoOptions.Retry.MaxRetryAfter allows (120 s)");
        (refused.Operation, refused.Page, refused.Attempts, refused.ItemsYielded).Should().Be(("get_profiles", 1, 1, 0));
        refused.ToString().Should().NotContain(Runs.Key);
        server.Targets.Should().HaveCount(1);
        (await klaviyo.Lists.Select(l => l.Id).ToListAsync()).Should().Equal(["L"], "another operation has limits of its own");

        _time.Advance(TimeSpan.FromMinutes(48));
        Task<List<string>> waits = klaviyo.Profiles.Select(p => p.Id).ToListAsync();
        await _time.WaitedForAsync(TimeSpan.FromMinutes(2));
        _time.Advance(TimeSpan.FromMinutes(2));

        (await waits).Should().Equal("A", "B");
        server.Targets.Count(target => target.StartsWith("/api/profiles", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task A_long_block_between_pages_ends_the_run_after_the_received_rows()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (Interlocked.Increment(ref asked) == 1)
                return context.Response.WriteDocumentAsync(PageBefore("c1", "A", "B"));
            context.Response.Headers.RetryAfter = "600";
            return context.Response.WriteDocumentAsync(Error(429, "throttled", "Throttled.", "Later."), 429);
        });
        await using KlaviyoContext klaviyo = new(Options(server));
        List<string> read = [];

        KlaviyoPermitRefusedException refused = (
            await FluentActions.Awaiting(() => ReadAsync().InTimeAsync()).Should().ThrowAsync<KlaviyoPermitRefusedException>()).Which;

        read.Should().Equal("A", "B");
        (refused.Page, refused.ItemsYielded, refused.RetryAfter).Should().Be((2, 2, TimeSpan.FromMinutes(10)));
        server.Requests.Should().HaveCount(2);

        async Task ReadAsync()
        {
            await foreach (string id in klaviyo.Profiles.Select(p => p.Id))
            {
                read.Add(id);
                if (id == "B")
                    await FluentActions.Awaiting(() => klaviyo.Profiles.ToListAsync()).Should().ThrowAsync<KlaviyoRateLimitException>();
            }
        }
    }

    private static async Task<KlaviyoPermitRefusedException> RefusedAsync(KlaviyoContext klaviyo) =>
        (await FluentActions.Awaiting(() => klaviyo.Profiles.ToListAsync().InTimeAsync()).Should().ThrowAsync<KlaviyoPermitRefusedException>()).Which;

    /// <summary>Refuses the first request for profiles for an hour, and answers every other.</summary>
    private static Task<LoopbackServer> ServerAsync()
    {
        int asked = 0;
        return LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path != "/api/profiles")
                return context.Response.WriteDocumentAsync("""{"data":[{"type":"list","id":"L","attributes":{}}],"links":{"next":null}}""");
            if (Interlocked.Increment(ref asked) > 1)
                return context.Response.WriteDocumentAsync(LastPage("A", "B"));
            context.Response.Headers.RetryAfter = "3600";
            return context.Response.WriteDocumentAsync(Error(429, "throttled", "Throttled.", "Later."), 429);
        });
    }

    private KlaviyoOptions Options(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.TimeProvider, options.EnableRateLimiting, options.Prefetch) = (_time, true, false);
        return options;
    }
}
