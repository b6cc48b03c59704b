using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Emulator.RateLimiting;

/// <summary>The windows of one limit of one account.</summary>
internal sealed class RequestCount
{
    private static readonly TimeSpan[] _lengths = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)];

    private readonly FixedWindow[] _windows;
    private readonly string _account;
    private readonly string _counted;

    internal RequestCount(string account, string counted, Func<TimeSpan, TimeSpan> phase)
    {
        _account = account;
        _counted = counted;
        _windows = [.. _lengths.Select(length => new FixedWindow(length, phase(length)))];
    }

    /// <summary>Gets the limit of each window. It can differ from request to request.</summary>
    internal RateLimitFacts Limit { get; set; }

    /// <summary>The windows that there are.</summary>
    internal IEnumerable<(FixedWindow Window, int Limit)> Windows => _windows.Zip([Limit.Burst, Limit.Steady, Limit.Daily]).Where(pair => pair.Second > 0);

    /// <summary>The full window that is open last, or null when there is room in all.</summary>
    internal FixedWindow? FindFull(DateTimeOffset now) =>
        Windows.Where(pair => pair.Window.Used(now) >= pair.Limit).Select(pair => pair.Window).MaxBy(window => window.ResetsAt(now));

    internal void Take(DateTimeOffset now)
    {
        foreach ((FixedWindow window, _) in Windows)
            window.Take(now);
    }

    internal IEnumerable<RateLimitWindow> Describe(DateTimeOffset now) => Windows.Select(pair => pair.Window.Describe(_account, _counted, pair.Limit, now));
}
