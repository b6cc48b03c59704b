using System.Diagnostics;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace KlaviyoLinq.Hosting.Tests;

/// <summary>Traces and metrics as OpenTelemetry's SDK exports them, and the log.</summary>
public sealed class TelemetryTests
{
    private const string Secret = "jane.doe.secret";

    [Fact]
    public async Task A_query_is_one_span_with_its_structure_and_cost()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(250);
        emulator.Faults.On("GET /api/profiles").Call(2).Respond(503);
        List<Activity> spans = [];
        using (Sdk.CreateTracerProviderBuilder().AddSource("KlaviyoLinq", "System.Net.Http").AddInMemoryExporter(spans).Build())
        {
            using IHost host = Build(emulator);
            DateTimeOffset since = new(2001, 2, 3, 4, 5, 6, TimeSpan.Zero);
            (await Context(host).Profiles.Where(p => p.Created > since).ToListAsync()).Should().HaveCount(250);
        }

        Activity span = Own(spans, emulator).Should().ContainSingle().Which;
        span.DisplayName.Should().Be("GET /api/profiles");
        span.Kind.Should().Be(ActivityKind.Client);
        span.Status.Should().Be(ActivityStatusCode.Unset);
        span.TagObjects.Should().Contain(
        [
            new("db.system.name", "klaviyo"), new("db.operation.name", "get_profiles"), new("db.collection.name", "profile"),
            new("db.query.summary", "GET /api/profiles"),
            new("http.request.method", "GET"), new("url.template", "/api/profiles"), new("server.address", "127.0.0.1"),
            new("server.port", emulator.BaseAddress.Port),
            new("klaviyo.pages", 3), new("klaviyo.items", 250L), new("klaviyo.retries", 1), new("db.response.returned_rows", 250L),
        ]);
        span.GetTagItem("db.query.text").Should().Be("/api/profiles?filter=greater-than(created,…)&page%5Bsize%5D=100");
        span.GetTagItem("klaviyo.limiter.wait").Should().BeOfType<double>();
        spans.Where(other => other.Source.Name == "System.Net.Http" && other.ParentSpanId == span.SpanId).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_query_that_fails_says_how_and_no_value()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync();
        emulator.Faults.On("GET /api/profiles").Respond(400, detail: Secret);
        List<Activity> spans = [];
        using (Sdk.CreateTracerProviderBuilder().AddSource("KlaviyoLinq", "System.Net.Http").AddInMemoryExporter(spans).Build())
        {
            using IHost host = Build(emulator);
            await Context(host).Awaiting(k => k.Profiles.Where(p => p.Email == Secret).ToListAsync()).Should().ThrowAsync<KlaviyoBadRequestException>();
        }

        Activity span = Own(spans, emulator).Should().ContainSingle().Which;
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.TagObjects.Should().Contain([new("error.type", "400"), new("db.response.status_code", "400"), new("klaviyo.pages", 0)]);
        spans.Where(any => $"{any.DisplayName} {any.StatusDescription} {string.Join(' ', any.TagObjects)} {string.Join(' ', any.Events.SelectMany(e => e.Tags))}" is var text
            && (text.Contains(Secret) || text.Contains(Applications.Key))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_query_that_its_reader_leaves_early_did_not_fail(bool prefetch)
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(250);
        List<Activity> spans = [];
        using (Sdk.CreateTracerProviderBuilder().AddSource("KlaviyoLinq").AddInMemoryExporter(spans).Build())
        {
            using IHost host = Build(emulator, o => o.Prefetch = prefetch);
            Activity? around = Activity.Current;
            await foreach (var _ in Context(host).Profiles)
            {
                Activity.Current.Should().BeSameAs(around);
                break;
            }
        }

        Activity span = Own(spans, emulator).Should().ContainSingle().Which;
        span.Status.Should().Be(ActivityStatusCode.Unset);
        span.GetTagItem("klaviyo.pages").Should().Be(1);
    }

    [Fact]
    public async Task Requests_pages_items_retries_and_waits_are_measured()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(250);
        emulator.Faults.On("GET /api/profiles").Call(2).Respond(503);
        List<Metric> metrics = [];
        using (Sdk.CreateMeterProviderBuilder().AddMeter("KlaviyoLinq").AddInMemoryExporter(metrics).Build())
        {
            using IHost host = Build(emulator);
            await Context(host).Profiles.ToListAsync();
        }

        Points(metrics, "klaviyo.client.request.duration", emulator)
            .Select(point => (Tag(point, "http.response.status_code"), Tag(point, "error.type"), point.GetHistogramCount()))
            .Should().BeEquivalentTo([((object?)200, (object?)null, 3L), (503, "503", 1L)]);
        Points(metrics, "klaviyo.client.pages", emulator).Should().ContainSingle().Which.GetSumLong().Should().Be(3);
        Points(metrics, "klaviyo.client.items", emulator).Should().ContainSingle().Which.GetSumLong().Should().Be(250);
        Points(metrics, "klaviyo.client.retries", emulator).Should().ContainSingle().Which.GetSumLong().Should().Be(1);
        Points(metrics, "klaviyo.client.limiter.wait", emulator).Should().ContainSingle().Which.GetHistogramCount().Should().Be(4);
        metrics.Should().OnlyContain(metric => metric.Name.StartsWith("klaviyo.client.") && metric.Unit.Length > 0 && metric.Description.Length > 0);
    }

    [Fact]
    public async Task The_log_records_each_request_and_run_with_stable_event_ids()
    {
        await using KlaviyoEmulator emulator = await Applications.EmulatorAsync(150);
        emulator.Faults.On("GET /api/lists").Respond(400);
        using RecordedLogs logs = new();
        using IHost host = Build(emulator, o => o.SlowPageThreshold = TimeSpan.FromTicks(1), logs);

        await Context(host).Profiles.ToListAsync();
        await Context(host).Awaiting(k => k.Lists.ToListAsync()).Should().ThrowAsync<KlaviyoBadRequestException>();

        logs.Entries.Where(entry => entry.Category == "KlaviyoLinq").Select(entry => (entry.Id, entry.Level)).Should().Equal(
            (41, LogLevel.Debug), (43, LogLevel.Warning), (41, LogLevel.Debug), (43, LogLevel.Warning), (44, LogLevel.Debug), (41, LogLevel.Debug),
            (45, LogLevel.Debug));
    }

    private static IEnumerable<Activity> Own(List<Activity> spans, KlaviyoEmulator emulator) =>
        spans.Where(span => span.Source.Name == "KlaviyoLinq" && Equals(span.GetTagItem("server.port"), emulator.BaseAddress.Port));

    private static List<MetricPoint> Points(List<Metric> metrics, string name, KlaviyoEmulator emulator)
    {
        List<MetricPoint> points = [];
        foreach (ref readonly MetricPoint point in metrics.Single(metric => metric.Name == name).GetMetricPoints())
            if (Equals(Tag(point, "server.port"), emulator.BaseAddress.Port))
                points.Add(point);
        return points;
    }

    private static object? Tag(MetricPoint point, string name)
    {
        foreach (KeyValuePair<string, object?> tag in point.Tags)
            if (tag.Key == name)
                return tag.Value;
        return null;
    }

    private static KlaviyoContext Context(IHost host) => host.Services.GetRequiredService<KlaviyoContext>();

    private static IHost Build(KlaviyoEmulator emulator, Action<KlaviyoOptions>? configure = null, RecordedLogs? logs = null) => Applications.Build(
        services => services.AddKlaviyo(o =>
        {
            o.PointTo(emulator);
            (o.Retry.MaxRetries, o.Retry.BaseDelay) = (1, TimeSpan.Zero);
            configure?.Invoke(o);
        }),
        logs);
}
