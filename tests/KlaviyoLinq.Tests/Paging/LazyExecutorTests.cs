using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Paging;

/// <summary>A context makes its connections when it sends its first request, without a visible effect.</summary>
public sealed class LazyExecutorTests
{
    [Fact]
    public async Task Changing_the_options_after_a_context_was_made_has_no_effect_on_its_first_request()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage("A"));
        KlaviyoOptions options = Runs.Options(server.Address);
        await using KlaviyoContext klaviyo = new(options);
        (options.ApiKey, options.BaseAddress, options.Timeout) = ("pk_another", new Uri("https://example.invalid"), TimeSpan.FromTicks(1));
        options.Retry.MaxRetries = 99;

        (await klaviyo.Profiles.Select(p => p.Id).ToListAsync()).Should().Equal("A");

        server.Requests.Single().Headers["Authorization"].Should().Be("Klaviyo-API-Key " + Runs.Key);
    }

    [Fact]
    public async Task A_context_that_was_disposed_before_its_first_request_asks_nothing()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage("A"));
        KlaviyoContext klaviyo = new(Runs.Options(server.Address));
        IKlaviyoQueryable<string> query = klaviyo.Profiles.Select(p => p.Id);
        query.ToRequestUri().AbsolutePath.Should().Be("/api/profiles");
        await klaviyo.DisposeAsync();

        await FluentActions.Awaiting(() => query.ToListAsync()).Should().ThrowAsync<ObjectDisposedException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Queries_that_run_at_once_share_what_the_first_of_them_makes()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage("A"));
        KlaviyoOptions options = Runs.Options(server.Address);
        options.EnableRateLimiting = true;
        await using KlaviyoContext klaviyo = new(options);

        List<string>[] rows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => klaviyo.Profiles.Select(p => p.Id).ToListAsync()));

        rows.Should().HaveCount(8).And.OnlyContain(ids => ids.SequenceEqual(new[] { "A" }));
        klaviyo.RateLimits.Should().NotBeEmpty("all have counted in one place");
    }
}
