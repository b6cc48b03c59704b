using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Telemetry;

/// <summary>Trace of the exchanges of one run or command: its span, its retries and its waits. A prefetched page is recorded concurrently.</summary>
/// <param name="activity">The span; null without a listener.</param>
internal abstract class ExchangeTrace(Activity? activity)
{
    private int _retries;
    private long _waited;

    private protected Activity? Activity => activity;

    private protected int Retries => _retries;

    private protected TimeSpan Waited => new(Interlocked.Read(ref _waited));

    /// <summary>Makes the span the parent of HTTP's spans. An asynchronous enumeration loses the current span between its pages.</summary>
    internal void MakeCurrent()
    {
        if (activity is not null)
            Activity.Current = activity;
    }

    internal void Retry(int retries) => Interlocked.Add(ref _retries, retries);

    internal void Wait(TimeSpan waited) => Interlocked.Add(ref _waited, waited.Ticks);

    /// <summary>
    /// Returns the <c>error.type</c> of OpenTelemetry's conventions: the status where there is one, else the exception's type; never its message.
    /// </summary>
    internal static string Name(Exception failure) =>
        failure is KlaviyoApiException answered ? ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture) : failure.GetType().FullName!;

    /// <summary>Records a failure in the span.</summary>
    private protected void MarkFailed(Exception failure)
    {
        if (activity is null)
            return;
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag("error.type", Name(failure));
        if (failure is KlaviyoApiException answered)
            activity.SetTag("db.response.status_code", ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Records the retries and the waits in the span.</summary>
    private protected void MarkCost()
    {
        activity?.SetTag("klaviyo.retries", _retries);
        activity?.SetTag("klaviyo.limiter.wait", Waited.TotalSeconds);
    }
}
