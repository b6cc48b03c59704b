using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

[Trait("Category", "Culture")]
public sealed class RetryLogTests
{
    private const string Uri = "/api/profiles?filter=equals(email,%22jane@example.com%22)";

    private readonly RecordingLoggers _loggers = new();

    [Fact]
    public async Task Each_retry_and_the_recovery_are_logged()
    {
        int failures = 0;
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 3, context =>
        {
            if (++failures == 1)
                return context.Response.WriteDocumentAsync(Error(503, "error", "Error.", $"No jane@example.com for {Runs.Key}"), 503);
            if (failures == 2)
                return context.Response.WriteDocumentAsync("<html></html>", 403, "text/html");
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteDocumentAsync("no gzip");
        });

        await Runs.IdsAsync(Options(server), Uri);

        _loggers.Lines.Should().Equal(
            "Warning 20: get_profiles, page 2: attempt 1 of 5 failed (status 503); retrying in 0 ms.",
            "Warning 20: get_profiles, page 2: attempt 2 of 5 failed (status 403 with a challenge); retrying in 0 ms.",
            "Warning 20: get_profiles, page 2: attempt 3 of 5 failed (transport failure InvalidResponse); retrying in 0 ms.",
            "Information 21: get_profiles, page 2: succeeded at attempt 4.");
        string.Concat(_loggers.Lines).Should().NotContain("jane").And.NotContain(Runs.Key);
    }

    [Fact]
    public async Task Giving_up_on_a_page_is_logged_with_the_reason()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: int.MaxValue, context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return context.Response.WriteDocumentAsync("{}", 429);
        });

        await Runs.FailureAsync<KlaviyoRateLimitException>(Options(server), Uri);

        _loggers.Lines.Should().Equal(
            "Warning 22: get_profiles, page 2: gave up after attempt 1 (status 429). Not retried: the wait of 3600 s that Klaviyo requests is longer than KlaviyoOptions.Retry.MaxRetryAfter allows (120 s).");
    }

    [Fact]
    public async Task A_timeout_of_a_page_is_logged()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: int.MaxValue, context => context.Response.WriteDocumentAsync("{}", 500));
        KlaviyoOptions options = Options(server);
        (options.TotalTimeout, options.Retry.BaseDelay, options.Retry.MaxDelay) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1));

        await Runs.FailureAsync<KlaviyoTimeoutException>(options, Uri);

        _loggers.Lines.Should().Equal(
            "Warning 22: get_profiles, page 2: gave up after attempt 1 (no whole answer within KlaviyoOptions.TotalTimeout). The total timeout has elapsed.");
    }

    [Fact]
    public async Task Nothing_is_logged_of_a_page_that_comes_at_once()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 0, _ => Task.CompletedTask);

        await Runs.IdsAsync(Options(server), Uri);

        _loggers.Lines.Should().BeEmpty();
    }

    private KlaviyoOptions Options(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        options.LoggerFactory = _loggers;
        return options;
    }
}
