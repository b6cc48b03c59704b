using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Tests.Loopback;
using static KlaviyoLinq.Tests.Loopback.Answers;

namespace KlaviyoLinq.Tests.Retrying;

public sealed class RetryBudgetTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task In_an_outage_few_requests_are_retries()
    {
        const int Queries = 200;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync("{}", 503));
        using KlaviyoExecutor executor = Options(server).ToExecutor().Value;

        for (int i = 0; i < Queries; i++)
            await FailAsync(executor);

        server.Targets.Should().HaveCount(
            Queries + 20 + ((Queries - 1) / 4), "the budget holds 20, and each query but the first, which finds it full, earns a quarter");
    }

    [Fact]
    public async Task A_failure_that_is_not_tried_again_for_the_budget_says_so()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync("{}", 503));
        KlaviyoOptions options = Options(server);
        (options.Retry.BudgetSize, options.Retry.BudgetPerPage) = (2, 0);

        KlaviyoServerException failure = await Runs.FailureAsync<KlaviyoServerException>(options);

        failure.Attempts.Should().Be(3);
        failure.Message.Should().Contain("KlaviyoOptions.Retry.BudgetSize");
    }

    [Fact]
    public async Task Time_earns_retries_up_to_the_size_of_the_budget()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync("{}", 503));
        KlaviyoOptions options = Options(server);
        (options.Retry.BudgetSize, options.Retry.BudgetPerPage, options.Retry.BudgetPerMinute) = (3, 0, 2);
        using KlaviyoExecutor executor = options.ToExecutor().Value;

        (await FailAsync(executor)).Attempts.Should().Be(4);
        (await FailAsync(executor)).Attempts.Should().Be(1);
        _time.Advance(TimeSpan.FromSeconds(30));
        (await FailAsync(executor)).Attempts.Should().Be(2);
        _time.Advance(TimeSpan.FromHours(1));
        (await FailAsync(executor)).Attempts.Should().Be(4);
    }

    [Fact]
    public async Task Without_a_budget_every_page_has_all_of_its_attempts()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.WriteDocumentAsync("{}", 503));
        KlaviyoOptions options = Options(server);
        options.Retry.BudgetSize = null;
        using KlaviyoExecutor executor = options.ToExecutor().Value;

        for (int i = 0; i < 30; i++)
            (await FailAsync(executor)).Attempts.Should().Be(5);
    }

    [Fact]
    public async Task Resuming_at_the_reported_time_sends_no_wasted_request()
    {
        await using LoopbackServer server = await FailingServer.StartAsync(failures: 3, context =>
        {
            context.Response.Headers.RetryAfter = "1";
            return context.Response.WriteDocumentAsync("{}", 429);
        });
        KlaviyoOptions options = Options(server);
        (options.Retry.BudgetSize, options.Retry.BudgetPerPage) = (0, 0);

        Task<List<string>> run = Runs.IdsAsync(options);
        for (int i = 1; i <= 3; i++)
        {
            await _time.WaitedForAsync(TimeSpan.FromSeconds(1));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        (await run).Should().Equal(FailingServer.Rows);
    }

    private static async Task<KlaviyoServerException> FailAsync(KlaviyoExecutor executor) =>
        (await FluentActions.Awaiting(() => executor.Pages().CountAsync().AsTask()).Should().ThrowExactlyAsync<KlaviyoServerException>()).Which;

    private KlaviyoOptions Options(LoopbackServer server)
    {
        KlaviyoOptions options = Runs.Retrying(server.Address);
        options.TimeProvider = _time;
        (options.Retry.BudgetSize, options.Retry.BudgetPerPage) = (20, 0.25);
        return options;
    }
}
