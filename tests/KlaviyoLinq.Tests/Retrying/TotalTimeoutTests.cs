using KlaviyoLinq.Errors;
using KlaviyoLinq.Retrying;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

public sealed class TotalTimeoutTests
{
    private readonly ManualTime _time = new();
    private readonly SemaphoreSlim _hanging = new(0);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_attempt_that_takes_too_long_is_tried_again(bool inTheBody)
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 2, inTheBody ? BeginAndHangAsync : HangAsync);

        Task<List<string>> run = Runs.IdsAsync(Options(server));
        await LetPassAsync(100, 100);

        (await run.InTimeAsync()).Should().Equal(FailingServer.Rows);
        server.Targets.Should().Equal(FailingServer.TargetsWith(attempts: 3));
    }

    [Fact]
    public async Task The_total_deadline_ends_an_attempt_on_its_way()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: int.MaxValue, BeginAndHangAsync);
        List<string> read = [];

        Task<KlaviyoTimeoutException> run = Runs.FailureAsync<KlaviyoTimeoutException>(Options(server, total: 250), read: read);
        await LetPassAsync(100, 100, 50);

        KlaviyoTimeoutException failure = await run.InTimeAsync();
        (failure.Setting, failure.Timeout, failure.Attempts, failure.Page).Should().Be(("KlaviyoOptions.TotalTimeout", TimeSpan.FromSeconds(250), 3, 2));
        failure.Message.Should().Contain("within 250 s").And.Contain("all attempts").And.Contain("inner exception");
        failure.InnerException.Should().BeOfType<KlaviyoTimeoutException>().Which.Setting.Should().Be("KlaviyoOptions.Timeout");
        read.Should().Equal("A", "B");
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_total_deadline_is_not_begun()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: int.MaxValue, context => context.Response.WriteDocumentAsync("{}", 502));
        KlaviyoOptions options = Options(server, total: 5);
        options.Retry.BaseDelay = TimeSpan.FromSeconds(5);

        KlaviyoTimeoutException failure = await Runs.FailureAsync<KlaviyoTimeoutException>(options);

        (failure.Setting, failure.Attempts).Should().Be(("KlaviyoOptions.TotalTimeout", 1));
        ((int)failure.InnerException.Should().BeOfType<KlaviyoServerException>().Which.StatusCode).Should().Be(502);
    }

    [Fact]
    public async Task A_requested_wait_that_would_outlast_the_total_deadline_is_reported()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: int.MaxValue, context =>
        {
            context.Response.Headers.RetryAfter = "30";
            return context.Response.WriteDocumentAsync("{}", 429);
        });

        KlaviyoRateLimitException failure = await Runs.FailureAsync<KlaviyoRateLimitException>(Options(server, total: 20));

        (failure.Attempts, failure.RetryAfter).Should().Be((1, TimeSpan.FromSeconds(30)));
        failure.Message.Should().Contain("KlaviyoOptions.TotalTimeout (20 s)");
    }

    [Fact]
    public async Task Each_page_has_the_total_time_of_its_own()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            _time.Advance(TimeSpan.FromSeconds(8));
            return context.Response.WriteDocumentAsync(context.Request.QueryString.HasValue ? LastPage("B") : PageBefore("c1", "A"));
        });

        (await Runs.IdsAsync(Options(server, total: 10))).Should().Equal("A", "B");
    }

    [Fact]
    public async Task A_paused_deadline_stands_still()
    {
        using var deadline = new ExchangeDeadline(TimeSpan.FromSeconds(10), _time, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(4));

        await deadline.PausedAsync(_ =>
        {
            _time.Advance(TimeSpan.FromHours(1));
            (deadline.HasPassed, deadline.Allows(TimeSpan.FromSeconds(5))).Should().Be((false, true));
            return Task.FromResult(true);
        });

        _time.Advance(TimeSpan.FromSeconds(5));
        (deadline.HasPassed, deadline.Allows(TimeSpan.FromSeconds(1)), deadline.Token.IsCancellationRequested).Should().Be((false, false, false));
        _time.Advance(TimeSpan.FromSeconds(1));
        (deadline.HasPassed, deadline.Token.IsCancellationRequested).Should().Be((true, true));
    }

    [Fact]
    public async Task Cancelling_during_a_pause_is_respected()
    {
        using var cancellation = new CancellationTokenSource();
        using var deadline = new ExchangeDeadline(TimeSpan.FromSeconds(10), _time, cancellation.Token);

        Task<bool> paused = deadline.PausedAsync(async stop =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _time, stop);
            return true;
        });
        await cancellation.CancelAsync();

        await FluentActions.Awaiting(() => paused.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task LetPassAsync(params int[] seconds)
    {
        foreach (int span in seconds)
        {
            (await _hanging.WaitAsync(TimeSpan.FromSeconds(20))).Should().BeTrue();
            _time.Advance(TimeSpan.FromSeconds(span));
        }
    }

    private Task HangAsync(HttpContext context)
    {
        _hanging.Release();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private async Task BeginAndHangAsync(HttpContext context)
    {
        await context.Response.WriteAsync("{\"data\":");
        await context.Response.Body.FlushAsync();
        await HangAsync(context);
    }

    private KlaviyoOptions Options(LoopbackServer server, int total = 600)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        (options.TimeProvider, options.TotalTimeout) = (_time, TimeSpan.FromSeconds(total));
        return options;
    }
}
