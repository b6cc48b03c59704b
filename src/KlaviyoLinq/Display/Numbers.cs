using System.Globalization;

namespace KlaviyoLinq.Display;

/// <summary>Formatting of numbers for people.</summary>
internal static class Numbers
{
    internal static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Rows(int count) => count == 1 ? "1 row" : $"{Grouped(count)} rows";
}
