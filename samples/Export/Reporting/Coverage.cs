namespace KlaviyoLinq.Samples.Export.Reporting;

/// <summary>
/// Progress of an export and its estimated end. Klaviyo does not report the number of rows; but rows come in the order of their times, so the covered
/// part of the time between the first and the last is known. The estimate assumes that rows are spread evenly over time; in a growing account, where
/// later times hold more rows, the export ends later than first estimated.
/// </summary>
/// <param name="since">The moment that the export begins after; null where it begins with the first row.</param>
/// <param name="until">The moment that it ends at: now, where no other was requested.</param>
/// <param name="clock">Tells the time that goes by.</param>
internal sealed class Coverage(DateTimeOffset? since, DateTimeOffset until, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private DateTimeOffset? _from = since;
    private double _done;

    /// <summary>Fraction completed before this run, from 0 to 1.</summary>
    internal double Before { get; private set; }

    /// <summary>Fraction completed, from 0 to 1.</summary>
    internal double Done => Volatile.Read(ref _done);

    /// <summary>The time that is left at the pace of this run; null where it is not known yet.</summary>
    internal TimeSpan? Left => Done - Before is > 0 and var pace ? clock.GetElapsedTime(_started) * ((1 - Done) / pace) : null;

    /// <summary>An earlier run came so far.</summary>
    internal void Resume(DateTimeOffset? first, DateTimeOffset? last)
    {
        Reach(first, last);
        Before = Done;
    }

    /// <summary>Rows up to a moment are there.</summary>
    /// <param name="first">The moment of the export's first row.</param>
    /// <param name="last">That of the latest one.</param>
    internal void Reach(DateTimeOffset? first, DateTimeOffset? last)
    {
        _from ??= first;
        if (_from is { } from && last is { } moment && until > from)
            Volatile.Write(ref _done, Math.Clamp((moment - from) / (until - from), 0, 1));
    }

    /// <summary>There are no more rows.</summary>
    internal void Complete() => Volatile.Write(ref _done, 1);
}
