using System.Diagnostics;

namespace KlaviyoLinq.Telemetry;

/// <summary>Trace of one run: its span and its log entry, from the first request to the end of the enumeration.</summary>
internal sealed class RunTrace : ExchangeTrace, IDisposable
{
    private readonly RunObserver _observer;
    private readonly string _operation;
    private readonly string _text;
    private readonly long _began;
    private int _pages;
    private long _items;
    private bool _failed;

    internal RunTrace(RunObserver observer, string operation, Activity? activity, string text)
        : base(activity)
    {
        (_observer, _operation, _text, _began) = (observer, operation, text, observer.Now);
        if (activity is { IsAllDataRequested: true })
            activity.SetTag("db.query.text", text);
    }

    /// <summary>Records a page.</summary>
    internal void Take(int items) => (_pages, _items) = (_pages + 1, _items + items);

    /// <summary>Records that the run ends in an exception.</summary>
    internal void Fail(Exception failure)
    {
        _failed = true;
        if (_observer.Logger is { } logger)
            TelemetryLog.RunFails(logger, _operation, _pages, _items, Name(failure), _text);
        MarkFailed(failure);
    }

    public void Dispose()
    {
        if (!_failed && _observer.Logger is { } logger)
            TelemetryLog.RunEnds(logger, _operation, _pages, _items, Retries, Waited.TotalMilliseconds, _observer.Since(_began).TotalMilliseconds, _text);
        if (Activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("db.response.returned_rows", _items);
            activity.SetTag("klaviyo.pages", _pages);
            activity.SetTag("klaviyo.items", _items);
            MarkCost();
        }

        Activity?.Dispose();
    }
}
