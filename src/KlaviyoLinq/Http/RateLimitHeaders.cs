using System.Globalization;
using System.Net.Http.Headers;

namespace KlaviyoLinq.Http;

/// <summary>
/// Reads <c>RateLimit-Limit: 75, 75;w=1, 700;w=60</c>, <c>RateLimit-Remaining</c> and <c>RateLimit-Reset</c>. The number without a window says which of the
/// windows Remaining and Reset describe: Klaviyo has changed this before, and no order is documented. Values that are unreadable or implausible count
/// as absent.
/// </summary>
internal static class RateLimitHeaders
{
    /// <summary>The maximum number of windows that are read.</summary>
    private const int MaximumWindows = 8;

    /// <summary>The maximum number of requests of a window; a larger number would be no limit at all.</summary>
    private const int MostRequests = 1_000_000;

    /// <summary>The longest window that Klaviyo documents. A longer one would block an operation for as long, because of one header.</summary>
    private static readonly TimeSpan _longestWindow = TimeSpan.FromDays(1);

    internal static IReadOnlyList<KlaviyoRateLimitWindow> Read(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("RateLimit-Limit", out IEnumerable<string>? values))
            return [];
        int? described = null;
        List<KlaviyoRateLimitWindow> windows = [];
        foreach (string item in values.SelectMany(value => value.Split(',')))
        {
            string[] parts = item.Split(';');
            if (windows.Count == MaximumWindows || Count(parts[0]) is not ({ } limit and > 0 and <= MostRequests))
                continue;
            if (parts.Length == 1)
                described ??= limit;
            else if (Length(parts) is { } length && windows.TrueForAll(window => window.Length != length))
                windows.Add(new KlaviyoRateLimitWindow(length, limit, null, null));
        }

        windows.Sort((x, y) => x.Length.CompareTo(y.Length));
        Describe(windows, described, Count(First(headers, "RateLimit-Remaining")), Count(First(headers, "RateLimit-Reset")));
        return windows;
    }

    /// <summary>Describes the window with this number. Of two with the same number, it is the one that is long enough for the reset.</summary>
    private static void Describe(List<KlaviyoRateLimitWindow> windows, int? described, int? remaining, int? reset)
    {
        TimeSpan? left = reset is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        int index = windows.FindIndex(window => window.Limit == described && !(left > window.Length));
        if (index >= 0)
            windows[index] = windows[index] with { Remaining = remaining, Reset = left };
    }

    private static TimeSpan? Length(string[] parts)
    {
        foreach (string part in parts.Skip(1))
        {
            string parameter = part.Trim();
            if (parameter.StartsWith("w=", StringComparison.Ordinal)
                && Count(parameter[2..]) is { } seconds
                && seconds > 0
                && TimeSpan.FromSeconds(seconds) <= _longestWindow)
                return TimeSpan.FromSeconds(seconds);
        }

        return null;
    }

    private static int? Count(string? text) =>
        int.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}
