using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Loopback;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>Each request of a command is a span, a log entry and a count of its outcome.</summary>
public sealed class CommandTelemetryTests : CommandTests, IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<KeyValuePair<string, object?>[]> _writes = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public CommandTelemetryTests()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "KlaviyoLinq",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (IsOwn(activity.TagObjects))
                    _spans.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "klaviyo.client.writes")
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            count.Should().Be(1);
            if (IsOwn(tags.ToArray()))
                _writes.Enqueue(tags.ToArray());
        });
        _meters.Start();
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    [Fact]
    public async Task A_command_is_a_span_with_its_outcome_and_its_retries()
    {
        using EmulatorFault fault = Emulator.Faults.On("PATCH /api/lists/{id}").First(1).Respond(503);
        string list = (await Klaviyo.Lists.CreateAsync(new List { Name = "VIPs" })).Id;
        await Klaviyo.Lists[list].UpdateAsync(s => s.SetProperty(l => l.Name, "Regulars"));

        _spans.Select(span => span.DisplayName).Should().Equal("POST /api/lists", "PATCH /api/lists/{id}");
        Activity span = _spans.Last();
        span.Status.Should().Be(ActivityStatusCode.Unset);
        span.TagObjects.Should().Contain(
        [
            new("db.system.name", "klaviyo"), new("db.operation.name", "update_list"), new("db.collection.name", "list"),
            new("http.request.method", "PATCH"), new("url.template", "/api/lists/{id}"), new("db.query.text", $"/api/lists/{list}"),
            new("klaviyo.write.outcome", "accepted"), new("klaviyo.retries", 1),
        ]);
    }

    [Fact]
    public async Task Each_request_of_a_command_in_several_is_counted()
    {
        await Klaviyo.Lists["L"].Profiles.RemoveAsync([.. Enumerable.Range(0, 1_001).Select(i => $"P{i}")]).ContinueWith(_ => { }, TaskScheduler.Default);

        _spans.Should().HaveCount(Wire.Sent.Count);
        _writes.Should().HaveCount(Wire.Sent.Count);
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("rejected")]
    [InlineData("conflict")]
    [InlineData("failed")]
    [InlineData("unknown")]
    [InlineData("cancelled")]
    public async Task The_outcome_is_counted(string outcome)
    {
        EmulatorFaultRoute lists = Emulator.Faults.On("POST /api/lists");
        using EmulatorFault? fault = outcome switch
        {
            "rejected" => lists.Respond(400),
            "conflict" => lists.Respond(409),
            "failed" => lists.Respond(429),
            "unknown" => lists.LoseAnswer(),
            _ => null,
        };
        using var cancellation = new CancellationTokenSource();
        using var cancelling = new CancellingHandler(Wire, outcome == "cancelled" ? cancellation : null);
        using RecordedLog log = new();
        using KlaviyoContext klaviyo = NewContext(options =>
        {
            (options.HttpMessageHandler, options.LoggerFactory, options.Retry.MaxRetries, options.EnableRateLimiting) = (cancelling, log, 0, false);
        });

        await Record.ExceptionAsync(() => klaviyo.Lists.CreateAsync(new List { Name = "VIPs" }, cancellation.Token));

        _writes.Should().ContainSingle().Which.Should().Contain(
        [
            new("db.operation.name", "create_list"), new("klaviyo.write.outcome", outcome),
        ]);
        _spans.Should().ContainSingle().Which.GetTagItem("klaviyo.write.outcome").Should().Be(outcome);
        _spans.Single().Status.Should().Be(outcome == "accepted" ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        log.Lines.Should().Contain(line => line.StartsWith($"Debug 46: create_list: {outcome}, 0 retries", StringComparison.Ordinal));
        log.Lines.Count(line => line.StartsWith("Warning 47", StringComparison.Ordinal)).Should().Be(outcome == "unknown" ? 1 : 0);
    }

    [Fact]
    public async Task What_changes_nothing_is_a_span_and_not_counted()
    {
        await Record.ExceptionAsync(() => Klaviyo.Templates["T"].RenderAsync(new KlaviyoMap()));

        _spans.Should().ContainSingle().Which.DisplayName.Should().Be("POST /api/template-render");
        _writes.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_refused_is_not_counted()
    {
        await Record.ExceptionAsync(() => Klaviyo.Lists.CreateAsync(new List()));

        _spans.Should().BeEmpty();
        _writes.Should().BeEmpty();
    }

    private bool IsOwn(IEnumerable<KeyValuePair<string, object?>> tags) =>
        tags.Any(tag => tag.Key == "server.port" && Equals(tag.Value, Emulator?.BaseAddress.Port));

    /// <summary>Cancels before anything is sent.</summary>
    private sealed class CancellingHandler(HttpMessageHandler inner, CancellationTokenSource? cancellation) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cancellation is not null)
                await cancellation.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
