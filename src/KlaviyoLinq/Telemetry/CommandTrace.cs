using System.Diagnostics;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Telemetry;

/// <summary>Trace of one request of a command: its span, its log entry and its outcome. No value of the body is in them.</summary>
internal sealed class CommandTrace : ExchangeTrace, IDisposable
{
    private readonly RunObserver _observer;
    private readonly OperationFacts _operation;
    private readonly string _text;
    private readonly bool _isWrite;
    private readonly long _began;
    private string _outcome = "accepted";

    internal CommandTrace(RunObserver observer, OperationFacts operation, Activity? activity, string text, bool isWrite)
        : base(activity)
    {
        (_observer, _operation, _text, _isWrite, _began) = (observer, operation, text, isWrite, observer.Now);
        if (activity is { IsAllDataRequested: true })
            activity.SetTag("db.query.text", text);
    }

    /// <summary>Records that the command ends in an exception.</summary>
    internal void Fail(Exception failure)
    {
        _outcome = OutcomeOf(failure);
        MarkFailed(failure);
    }

    public void Dispose()
    {
        if (_observer.Logger is { } logger)
            Log(logger);
        if (Activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("klaviyo.write.outcome", _isWrite ? _outcome : null);
            MarkCost();
        }

        Activity?.Dispose();
        if (!_isWrite || !Instruments.Writes.Enabled)
            return;
        TagList tags = _observer.MetricTags(_operation);
        tags.Add("klaviyo.write.outcome", _outcome);
        Instruments.Writes.Add(1, tags);
    }

    private static string OutcomeOf(Exception failure) => failure switch
    {
        KlaviyoUnknownOutcomeException => "unknown",
        KlaviyoConflictException => "conflict",
        KlaviyoApiException { StatusCode: < System.Net.HttpStatusCode.InternalServerError } and not KlaviyoRateLimitException => "rejected",
        OperationCanceledException => "cancelled",
        _ => "failed",
    };

    private void Log(Microsoft.Extensions.Logging.ILogger logger)
    {
        double milliseconds = _observer.Since(_began).TotalMilliseconds;
        if (_outcome == "unknown")
            TelemetryLog.OutcomeUnknown(logger, _operation.Id);
        TelemetryLog.CommandEnds(logger, _operation.Id, _outcome, Retries, Waited.TotalMilliseconds, milliseconds, _operation.Method, _text);
    }
}
