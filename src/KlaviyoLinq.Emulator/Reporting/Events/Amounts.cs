using System.Globalization;

namespace KlaviyoLinq.Emulator.Reporting.Events;

/// <summary>Reads the amounts that reports add up.</summary>
internal static class Amounts
{
    /// <summary>Largest amount that is added up: ten billion of them still fit into a sum.</summary>
    private const decimal Maximum = 1_000_000_000_000_000_000m;

    /// <returns>0 for a text that is not a number.</returns>
    internal static decimal Of(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) <= Maximum ? number : 0;
}
