using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Telemetry;

/// <summary>One run of a query as its span and the log tell it: from the first page asked for to the end of the enumeration, whoever ends it.</summary>
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

    /// <summary>Lets what HTTP traces stand below the run's span. An asynchronous enumeration forgets between its pages what was current.</summary>
    internal void MakeCurrent()
    {
        if (_activity is not null)
            Activity.Current = _activity;
    }

    /// <summary>A page came.</summary>
    internal void Take(int items) => (_pages, _items) = (_pages + 1, _items + items);

    // A page that is asked for ahead tells of itself while another one does.
    internal void Retry(int retries) => Interlocked.Add(ref _retries, retries);

    internal void Wait(TimeSpan waited) => Interlocked.Add(ref _waited, waited.Ticks);

    /// <summary>The run ends in an exception.</summary>
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

    /// <summary>What the conventions call <c>error.type</c>: the status where there was one, else the exception's type; never its message.</summary>
    internal static string Name(Exception failure) =>
        failure is KlaviyoApiException answered ? ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture) : failure.GetType().FullName!;
}
