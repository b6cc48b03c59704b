using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Telemetry;

/// <summary>Times of one exchange: the waits of its attempts for permits, and the durations of their answers.</summary>
internal sealed class ExchangeTimer(RunObserver observer, OperationFacts operation, HttpMethod method, int page)
{
    private readonly long _began = observer.Now;
    private TimeSpan _waited;

    /// <summary>Records the wait of an attempt for its permit.</summary>
    internal void Wait(long queued, ExchangeTrace? trace)
    {
        TimeSpan waited = observer.Since(queued);
        _waited += waited;
        trace?.Wait(waited);
        if (Instruments.LimiterWait.Enabled)
            Instruments.LimiterWait.Record(waited.TotalSeconds, observer.MetricTags(operation));
    }

    /// <summary>Records an answer that was received completely.</summary>
    internal void Answered(long sent, int status)
    {
        TimeSpan took = observer.Since(sent);
        if (observer.Logger is { } logger)
            TelemetryLog.RequestEnds(logger, operation.Id, page, status, took.TotalMilliseconds);
        Record(took, status, status >= 400 ? status.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Records an attempt without a complete answer.</summary>
    internal void Failed(long sent, Exception failure)
    {
        TimeSpan took = observer.Since(sent);
        if (observer.Logger is { } logger)
            TelemetryLog.RequestFails(logger, operation.Id, page, failure.GetType().Name, took.TotalMilliseconds);
        Record(took, null, ExchangeTrace.Name(failure));
    }

    /// <summary>Records a page. Waiting for permits does not count towards the threshold of slow pages.</summary>
    internal void PageCame(int items)
    {
        TimeSpan took = observer.Since(_began) - _waited;
        if (took >= observer.Slow && observer.Slow != Timeout.InfiniteTimeSpan && observer.Logger is { } logger)
            TelemetryLog.SlowPage(logger, operation.Id, page, took.TotalMilliseconds, observer.Slow.TotalMilliseconds);
        if (Instruments.Pages.Enabled)
            Instruments.Pages.Add(1, observer.MetricTags(operation));
        if (Instruments.Items.Enabled)
            Instruments.Items.Add(items, observer.MetricTags(operation));
    }

    private void Record(TimeSpan took, int? status, string? error)
    {
        if (!Instruments.RequestDuration.Enabled)
            return;
        TagList tags = observer.MetricTags(operation);
        tags.Add("http.request.method", method.Method);
        tags.Add("url.template", operation.Path);
        if (status is { } code)
            tags.Add("http.response.status_code", code);
        if (error is not null)
            tags.Add("error.type", error);
        Instruments.RequestDuration.Record(took.TotalSeconds, tags);
    }
}
