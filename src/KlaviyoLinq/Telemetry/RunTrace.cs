using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Telemetry;

/// <summary>Trace of one run: its span and its log entry, from the first request to the end of the enumeration.</summary>
internal sealed class RunTrace : IDisposable
{
    private readonly RunObserver _observer;
    private readonly string _operation;
    private readonly Activity? _activity;
    private readonly string _text;
    private readonly long _began;
    private int _pages;
    private long _items;
    private int _retries;
    private long _waited;
    private bool _failed;

    internal RunTrace(RunObserver observer, string operation, Activity? activity, string text)
    {
        (_observer, _operation, _activity, _text, _began) = (observer, operation, activity, text, observer.Now);
        if (_activity is { IsAllDataRequested: true })
            _activity.SetTag("db.query.text", text);
    }

    private TimeSpan Waited => new(Interlocked.Read(ref _waited));

    /// <summary>Makes the run's span the parent of HTTP's spans. An asynchronous enumeration loses the current span between its pages.</summary>
    internal void MakeCurrent()
    {
        if (_activity is not null)
            Activity.Current = _activity;
    }

    /// <summary>Records a page.</summary>
    internal void Take(int items) => (_pages, _items) = (_pages + 1, _items + items);

    // A prefetched page is recorded concurrently with the current one.
    internal void Retry(int retries) => Interlocked.Add(ref _retries, retries);

    internal void Wait(TimeSpan waited) => Interlocked.Add(ref _waited, waited.Ticks);

    /// <summary>Records that the run ends in an exception.</summary>
    internal void Fail(Exception failure)
    {
        _failed = true;
        if (_observer.Logger is { } logger)
            TelemetryLog.RunFails(logger, _operation, _pages, _items, Name(failure), _text);
        if (_activity is null)
            return;
        _activity.SetStatus(ActivityStatusCode.Error);
        _activity.SetTag("error.type", Name(failure));
        if (failure is KlaviyoApiException answered)
            _activity.SetTag("db.response.status_code", ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        if (!_failed && _observer.Logger is { } logger)
            TelemetryLog.RunEnds(logger, _operation, _pages, _items, _retries, Waited.TotalMilliseconds, _observer.Since(_began).TotalMilliseconds, _text);
        if (_activity is { IsAllDataRequested: true })
        {
            _activity.SetTag("db.response.returned_rows", _items);
            _activity.SetTag("klaviyo.pages", _pages);
            _activity.SetTag("klaviyo.items", _items);
            _activity.SetTag("klaviyo.retries", _retries);
            _activity.SetTag("klaviyo.limiter.wait", Waited.TotalSeconds);
        }

        _activity?.Dispose();
    }

    /// <summary>
    /// Returns the <c>error.type</c> of OpenTelemetry's conventions: the status where there is one, else the exception's type; never its message.
    /// </summary>
    internal static string Name(Exception failure) =>
        failure is KlaviyoApiException answered ? ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture) : failure.GetType().FullName!;
}
