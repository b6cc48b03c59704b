using System.Globalization;

namespace KlaviyoLinq;

/// <summary>Window in which requests are counted.</summary>
/// <param name="Length">The length of the window: a second, a minute or a day.</param>
/// <param name="Limit">The number of requests that Klaviyo accepts in the window.</param>
/// <param name="Remaining">The number of further requests that it accepts; null when not reported.</param>
/// <param name="Reset">The time until it accepts more; null when not reported.</param>
public sealed record KlaviyoRateLimitWindow(TimeSpan Length, int Limit, int? Remaining, TimeSpan? Reset)
{
    /// <summary>
    /// Returns the window in words: <c>74 of 75 a second</c>, <c>0 of 750 a minute, more in 12.5 s</c>; <c>750 a minute</c> where the remaining
    /// number was not reported.
    /// </summary>
    public override string ToString()
    {
        string count = Remaining is { } remaining
            ? string.Create(CultureInfo.InvariantCulture, $"{remaining} of {Limit}")
            : Limit.ToString(CultureInfo.InvariantCulture);
        string more = Reset is { } reset && reset > TimeSpan.Zero ? $", more in {Seconds(reset)}" : "";
        return $"{count} {Unit}{more}";
    }

    private string Unit => Length.TotalSeconds switch
    {
        1 => "a second",
        60 => "a minute",
        86_400 => "a day",
        _ => $"in {Seconds(Length)}",
    };

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
