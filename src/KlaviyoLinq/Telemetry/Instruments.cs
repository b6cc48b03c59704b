using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace KlaviyoLinq.Telemetry;

/// <summary>Activity source and meter of the process, named by OpenTelemetry's conventions for database clients.</summary>
internal static class Instruments
{
    /// <summary>The name of the activity source, of the meter and of the log category.</summary>
    internal const string Name = "KlaviyoLinq";

    private static readonly string? _version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    private static readonly Meter _meter = new(Name, _version);

    // The boundaries that the conventions advise, up to the longest time that a page usually takes.
    private static readonly InstrumentAdvice<double> _seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60],
    };

    internal static ActivitySource Source { get; } = new(Name, _version);

    internal static Histogram<double> RequestDuration { get; } =
        _meter.CreateHistogram(
            "klaviyo.client.request.duration", "s", "The time from a request to the last byte of its answer, for every attempt.", tags: null, advice: _seconds);

    internal static Histogram<double> LimiterWait { get; } =
        _meter.CreateHistogram(
            "klaviyo.client.limiter.wait", "s", "The time a request waited for a permit within Klaviyo's rate limits.", tags: null, advice: _seconds);

    internal static Counter<long> Pages { get; } = _meter.CreateCounter<long>("klaviyo.client.pages", "{page}", "The pages that were received.");

    internal static Counter<long> Items { get; } = _meter.CreateCounter<long>(
        "klaviyo.client.items", "{item}", "The resources in the pages that were received.");

    internal static Counter<long> UnreadableRows { get; } =
        _meter.CreateCounter<long>(
            "klaviyo.client.unreadable_rows", "{row}",
            "The rows that could not be read and were skipped or made with null, as KlaviyoOptions.OnMaterializationError decided.");

    internal static Counter<long> Writes { get; } = _meter.CreateCounter<long>(
        "klaviyo.client.writes", "{request}", "The requests of commands, by their outcome.");

    internal static Counter<long> Retries { get; } = _meter.CreateCounter<long>(
        "klaviyo.client.retries", "{retry}", "The attempts after the first one of each page.");
}
