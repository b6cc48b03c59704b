using System.Globalization;

namespace KlaviyoLinq;

/// <summary>A window in which requests are counted.</summary>
/// <param name="Length">How long the window is: a second, a minute or a day.</param>
/// <param name="Limit">How many requests it takes.</param>
/// <param name="Remaining">How many more it takes now; null where that was not told.</param>
/// <param name="Reset">How long until it takes more; null where that was not told.</param>
public sealed record KlaviyoRateLimitWindow(TimeSpan Length, int Limit, int? Remaining, TimeSpan? Reset)
{
    /// <summary>The window in words: <c>74 of 75 a second</c>, <c>0 of 750 a minute, more in 12.5 s</c>; <c>750 a minute</c> where it was not told how many are left.</summary>
    public override string ToString()
    {
        string count = Remaining is { } remaining ? string.Create(CultureInfo.InvariantCulture, $"{remaining} of {Limit}") : Limit.ToString(CultureInfo.InvariantCulture);
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
