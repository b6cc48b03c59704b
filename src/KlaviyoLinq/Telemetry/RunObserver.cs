using System.Diagnostics;
using KlaviyoLinq.Catalogue;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Telemetry;

/// <summary>Traces, metrics and log entries of a context's runs. Costs next to nothing without a listener.</summary>
/// <param name="server">The address of the server.</param>
/// <param name="logger">The log; null for none.</param>
/// <param name="time">The clock of durations.</param>
/// <param name="slow">The duration from which a page is slow.</param>
internal sealed class RunObserver(Uri server, ILogger? logger, TimeProvider time, TimeSpan slow)
{
    internal ILogger? Logger => logger;

    internal TimeSpan Slow => slow;

    internal long Now => time.GetTimestamp();

    internal TimeSpan Since(long moment) => time.GetElapsedTime(moment);

    /// <summary>Begins the trace of a run.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="text">Returns the masked request; called only if it is needed.</param>
    /// <returns>The trace; null without a listener.</returns>
    internal RunTrace? Begin(OperationFacts operation, Func<string> text)
    {
        bool isLogged = logger?.IsEnabled(LogLevel.Debug) == true;
        Activity? activity = Start(operation);
        if (activity is null && !isLogged)
            return null;
        return new RunTrace(this, operation.Id, activity, isLogged || activity?.IsAllDataRequested == true ? text() : "");
    }

    /// <summary>Begins the trace of a command.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="text">Returns the masked request; called only if it is needed.</param>
    /// <param name="isWrite">Whether it changes something, so that its outcome is counted.</param>
    internal CommandTrace BeginCommand(OperationFacts operation, Func<string> text, bool isWrite)
    {
        Activity? activity = Start(operation);
        bool isShown = logger?.IsEnabled(LogLevel.Debug) == true || activity?.IsAllDataRequested == true;
        return new CommandTrace(this, operation, activity, isShown ? text() : "", isWrite);
    }

    /// <summary>Begins to time an exchange.</summary>
    internal ExchangeTimer Time(OperationFacts operation, HttpMethod method, int page) => new(this, operation, method, page);

    /// <summary>Records the retries of an exchange that has ended.</summary>
    internal void Retried(OperationFacts operation, int retries, ExchangeTrace? trace)
    {
        if (retries <= 0)
            return;
        trace?.Retry(retries);
        if (Instruments.Retries.Enabled)
            Instruments.Retries.Add(retries, MetricTags(operation));
    }

    /// <summary>Returns the tags of every measurement. Each has few values, as the conventions require.</summary>
    internal TagList MetricTags(OperationFacts operation) => new()
    {
        { "db.system.name", "klaviyo" },
        { "db.operation.name", operation.Id },
        { "server.address", server.Host },
        { "server.port", server.Port },
    };

    private Activity? Start(OperationFacts operation) => Instruments.Source.HasListeners()
        ? Instruments.Source.StartActivity(operation.ToString(), ActivityKind.Client, default(ActivityContext), SpanTags(operation))
        : null;

    // Set at the start, so that samplers see them.
    private IEnumerable<KeyValuePair<string, object?>> SpanTags(OperationFacts operation) =>
    [
        new("db.system.name", "klaviyo"),
        new("db.operation.name", operation.Id),
        new("db.collection.name", TypeOf(operation)),
        new("db.query.summary", operation.ToString()),
        new("http.request.method", operation.Method),
        new("url.template", operation.Path),
        new("server.address", server.Host),
        new("server.port", server.Port),
    ];

    private static string? TypeOf(OperationFacts operation) => operation switch
    {
        ReadFacts read => read.ResourceType,
        WriteFacts write => write.ResourceType,
        ReportFacts report => report.ResourceType,
        _ => null,
    };
}
