using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Http;

public sealed class DeadlineTests
{
    private readonly TaskCompletionSource _waiting = new();

    [Fact]
    public async Task An_answer_that_does_not_begin_in_time_is_given_up() => await MustTimeOutAsync(WaitAsync);

    [Fact]
    public async Task A_body_that_does_not_end_in_time_is_given_up() => await MustTimeOutAsync(BeginAndWaitAsync);

    [Fact]
    public async Task Each_page_has_the_whole_time()
    {
        var time = new ManualTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            time.Advance(TimeSpan.FromSeconds(60));
            return context.Response.WriteDocumentAsync(context.Request.QueryString.HasValue ? LastPage("B") : PageBefore("c1", "A"));
        });

        (await Runs.IdsAsync(Timed(server, time))).Should().Equal("A", "B");
    }

    [Fact]
    public async Task The_timeout_of_a_given_client_counts_too()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(WaitAsync);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMilliseconds(50) };
        KlaviyoOptions options = Runs.Options(server.Address);
        options.HttpClient = client;

        KlaviyoTimeoutException failure = await Runs.FailureAsync<KlaviyoTimeoutException>(options);

        failure.Timeout.Should().Be(client.Timeout);
        failure.Message.Should().Contain("given HttpClient");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_holds_the_users_token(bool inTheBody)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(inTheBody ? BeginAndWaitAsync : WaitAsync);
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;
        using var cancellation = new CancellationTokenSource();

        Task<int> run = executor.StreamPages(new PageRequest(Runs.Profiles, "/api/profiles"), cancellation.Token).CountAsync().AsTask();
        await _waiting.Task.InTimeAsync();
        await cancellation.CancelAsync();

        OperationCanceledException cancelled = (await FluentActions.Awaiting(() => run.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>()).Which;
        cancelled.CancellationToken.Should().Be(cancellation.Token);
        cancelled.ToString().Should().NotContain(Runs.Key);
    }

    [Fact]
    public async Task Cancelling_before_the_run_sends_no_request()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(LastPage());
        using KlaviyoExecutor executor = Runs.Options(server.Address).ToExecutor().Value;
        var cancelled = new CancellationToken(canceled: true);

        Func<Task> run = () => executor.StreamPages(new PageRequest(Runs.Profiles, "/api/profiles"), cancelled).CountAsync().AsTask();

        (await run.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancelled);
        server.Requests.Should().BeEmpty();
    }

    private async Task MustTimeOutAsync(RequestDelegate answer)
    {
        var time = new ManualTime();
        await using LoopbackServer server = await LoopbackServer.StartAsync(answer);

        Task<KlaviyoTimeoutException> run = Runs.FailureAsync<KlaviyoTimeoutException>(Timed(server, time));
        await _waiting.Task.InTimeAsync();
        time.Advance(TimeSpan.FromSeconds(99));
        await Task.WhenAny(run, Task.Delay(100));
        run.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        KlaviyoTimeoutException failure = await run.InTimeAsync();

        failure.Timeout.Should().Be(TimeSpan.FromSeconds(100));
        failure.Message.Should().Contain("within 100 s").And.Contain("KlaviyoOptions.Timeout");
        (failure.Operation, failure.Page, failure.Attempts).Should().Be(("get_profiles", 1, 1));
    }

    private Task WaitAsync(HttpContext context)
    {
        _waiting.TrySetResult();
        return Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private async Task BeginAndWaitAsync(HttpContext context)
    {
        context.Response.ContentType = "application/vnd.api+json";
        await context.Response.WriteAsync("{\"data\":");
        await context.Response.Body.FlushAsync();
        await WaitAsync(context);
    }

    private static KlaviyoOptions Timed(LoopbackServer server, TimeProvider time)
    {
        KlaviyoOptions options = Runs.Options(server.Address);
        options.TimeProvider = time;
        return options;
    }
}
