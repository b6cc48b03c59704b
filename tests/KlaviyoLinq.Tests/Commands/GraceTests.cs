using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>A request on the wire cannot be taken back: its answer is awaited for the grace, so that the end of a cancelled command is true.</summary>
public sealed class GraceTests : CommandTests
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(5);

    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _cancellation = new();

    [Fact]
    public async Task A_cancelled_creation_whose_answer_comes_within_the_grace_has_succeeded()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        var vips = new List { Name = "VIPs" };
        Task<List> creating = klaviyo.Lists.CreateAsync(vips, _cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        held.Release();

        (await creating.InTimeAsync()).Name.Should().Be("VIPs");
        vips.HasChanges.Should().BeFalse();
        (await Klaviyo.Lists[vips.Id].GetAsync()).Name.Should().Be("VIPs");
        _time.Waiting.Should().Be(0, "no timer is left");
    }

    [Fact]
    public async Task Without_an_answer_within_the_grace_a_creation_is_unknown()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        Task creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, _cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        _time.Advance(_grace);

        KlaviyoUnknownOutcomeException unknown = (await Awaiting(creating).Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).Which;
        (await unknown.ResolveAsync()).Ids.Should().ContainSingle();
        Posts.Should().Be(1);
    }

    [Fact]
    public async Task Without_an_answer_within_the_grace_a_request_that_can_be_repeated_is_cancelled_and_may_be_processed()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;
        Task deleting = klaviyo.Lists[list].DeleteAsync(_cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        _time.Advance(_grace);

        KlaviyoCommandCanceledException cancelled = (await Awaiting(deleting).Should().ThrowAsync<KlaviyoCommandCanceledException>()).Which;
        cancelled.Should().BeEquivalentTo(new { AcceptedRequests = 0, MayBeProcessed = true, CancellationToken = _cancellation.Token });
        cancelled.Message.Should().Contain("DELETE /api/lists/{id}").And.Contain("can be sent again");
    }

    [Fact]
    public async Task A_command_of_several_requests_reports_what_was_accepted_and_sends_no_further_one()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;
        string[] ids = await Klaviyo.Profiles.Select(p => p.Id).ToArrayAsync();
        Task removing = klaviyo.Lists[list].Profiles.RemoveAsync([.. ids, .. Enumerable.Range(0, 1_500).Select(i => $"P{i}")], _cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        held.Release();

        (await Awaiting(removing).Should().ThrowAsync<KlaviyoCommandCanceledException>()).Which.Should()
            .BeEquivalentTo(new { AcceptedRequests = 1, MayBeProcessed = false });
        Wire.Sent.Count(request => request.Method == "DELETE").Should().Be(1);
    }

    [Fact]
    public async Task A_rejection_within_the_grace_is_reported_as_one()
    {
        using EmulatorFault fault = Emulator.Faults.On("POST /api/lists").Respond(400);
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        Task creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, _cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        held.Release();

        await Awaiting(creating).Should().ThrowAsync<KlaviyoValidationException>();
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(500, true)]
    public async Task A_failure_within_the_grace_is_not_followed_by_another_attempt(int status, bool mayBeProcessed)
    {
        using EmulatorFault fault = Emulator.Faults.OnAny().Respond(status);
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        Task updating = klaviyo.Lists["L"].UpdateAsync(s => s.SetProperty(l => l.Name, "VIPs"), _cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        held.Release();

        (await Awaiting(updating).Should().ThrowAsync<KlaviyoCommandCanceledException>()).Which.MayBeProcessed.Should().Be(mayBeProcessed);
        Wire.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task A_server_error_within_the_grace_leaves_a_creation_unknown()
    {
        using EmulatorFault fault = Emulator.Faults.On("POST /api/lists").AfterProcessing().Respond(500);
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        Task creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, _cancellation.Token);

        await EndAsync(held, _cancellation.CancelAsync);
        held.Release();

        await Awaiting(creating).Should().ThrowAsync<KlaviyoUnknownOutcomeException>();
    }

    [Fact]
    public async Task The_total_timeout_has_the_same_grace()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held, options => options.TotalTimeout = TimeSpan.FromSeconds(30));
        Task<List> creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        await EndAsync(held, () =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return Task.CompletedTask;
        });
        held.Release();

        (await creating.InTimeAsync()).Name.Should().Be("VIPs");
    }

    [Fact]
    public async Task After_the_total_timeout_and_the_grace_a_creation_is_unknown()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held, options => options.TotalTimeout = TimeSpan.FromSeconds(30));
        Task<List> creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        await EndAsync(held, () =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return Task.CompletedTask;
        });
        _time.Advance(_grace);

        (await Awaiting(creating).Should().ThrowAsync<KlaviyoUnknownOutcomeException>()).WithInnerException<KlaviyoTimeoutException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_is_received_after_the_context_was_disposed(bool isClientGiven)
    {
        using HeldAnswers held = Held();
        using HttpClient client = new(held, disposeHandler: false);
        KlaviyoContext klaviyo = Context(
            held, options => (options.HttpClient, options.HttpMessageHandler) = (isClientGiven ? client : null, isClientGiven ? null : held));
        Task<List> creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        await EndAsync(held, () => klaviyo.DisposeAsync().AsTask());
        held.Release();

        (await creating.InTimeAsync()).Name.Should().Be("VIPs");
        await Awaiting(klaviyo.Lists.CreateAsync(new List { Name = "More" })).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_command_of_several_requests_ends_with_the_context_and_reports_what_was_accepted(bool isLimited)
    {
        using HeldAnswers held = Held();
        KlaviyoContext klaviyo = Context(held, options => options.EnableRateLimiting = isLimited);
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;
        Task removing = klaviyo.Lists[list].Profiles.RemoveAsync([.. Enumerable.Range(0, 1_500).Select(i => $"P{i}")]);

        await EndAsync(held, () => klaviyo.DisposeAsync().AsTask());
        held.Release();

        (await Awaiting(removing).Should().ThrowAsync<KlaviyoCommandCanceledException>()).Which.Should()
            .BeEquivalentTo(new { AcceptedRequests = 1, MayBeProcessed = false });
    }

    [Fact]
    public async Task After_the_grace_a_disposed_context_leaves_a_creation_unknown()
    {
        using HeldAnswers held = Held();
        KlaviyoContext klaviyo = Context(held);
        Task creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        await EndAsync(held, () => klaviyo.DisposeAsync().AsTask());
        _time.Advance(_grace);

        await Awaiting(creating).Should().ThrowAsync<KlaviyoUnknownOutcomeException>();
    }

    [Fact]
    public async Task Without_a_grace_the_command_ends_at_once()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held, options => options.Writes.Grace = TimeSpan.Zero);
        Task creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, _cancellation.Token);
        await held.Arrived.InTimeAsync();

        await _cancellation.CancelAsync();

        await Awaiting(creating).Should().ThrowAsync<KlaviyoUnknownOutcomeException>();
    }

    [Fact]
    public async Task What_changes_nothing_ends_at_once()
    {
        using HeldAnswers held = Held();
        using KlaviyoContext klaviyo = Context(held);
        Task rendering = klaviyo.Templates["T"].RenderAsync(new KlaviyoMap(), _cancellation.Token);
        await held.Arrived.InTimeAsync();

        await _cancellation.CancelAsync();

        (await Awaiting(rendering).Should().ThrowAsync<KlaviyoCommandCanceledException>()).Which.MayBeProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task A_request_that_was_not_sent_yet_ends_at_once()
    {
        using var connecting = new Unconnected();
        using KlaviyoContext klaviyo = Context(connecting);
        Task creating = klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, _cancellation.Token);
        await connecting.Arrived.InTimeAsync();

        await _cancellation.CancelAsync();

        (await Awaiting(creating).Should().ThrowAsync<KlaviyoCommandCanceledException>()).Which.MayBeProcessed.Should().BeFalse();
    }

    [Fact]
    public async Task A_command_that_was_cancelled_before_sends_nothing()
    {
        await _cancellation.CancelAsync();

        await Awaiting(Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, _cancellation.Token)).Should().ThrowAsync<KlaviyoCommandCanceledException>();

        Wire.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(86_400_000, true)]
    [InlineData(86_400_001, false)]
    public void The_grace_is_between_zero_and_a_day_or_infinite(int milliseconds, bool isValid)
    {
        var options = new KlaviyoOptions { ApiKey = "pk_tests", Writes = { Grace = TimeSpan.FromMilliseconds(milliseconds) } };

        Action validating = options.Validate;

        if (isValid)
            validating.Should().NotThrow();
        else
            validating.Should().Throw<KlaviyoConfigurationException>().WithMessage("*Writes.Grace*");
        new KlaviyoOptions().Writes.Grace.Should().Be(_grace);
    }

    private int Posts => Wire.Sent.Count(request => request.Method == "POST");

    private static Func<Task> Awaiting(Task task) => () => task.InTimeAsync();

    private HeldAnswers Held() => new(Wire, request => request.Method != HttpMethod.Get);

    private KlaviyoContext Context(HttpMessageHandler handler, Action<KlaviyoOptions>? configure = null) => NewContext(options =>
    {
        (options.HttpMessageHandler, options.TimeProvider, options.EnableRateLimiting) = (handler, _time, false);
        configure?.Invoke(options);
    });

    // The end is requested while the answer is on its way, and the command waits for it.
    private async Task EndAsync(HeldAnswers held, Func<Task> end)
    {
        await held.Arrived.InTimeAsync();
        await end();
        await _time.WaitedForAsync(_grace);
    }
}
