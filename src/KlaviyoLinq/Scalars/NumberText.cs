using System.Globalization;

namespace KlaviyoLinq.Scalars;

/// <summary>Numbers as text, always in the invariant culture.</summary>
internal static class NumberText
{
    internal static bool TryParse(ReadOnlySpan<byte> text, out long integer)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out integer))
            return true;

        // "5.0" and "1e3" are integers too. Through decimal, because double would round beyond 2^53.
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact)
            || decimal.Truncate(exact) != exact
            || exact is < long.MinValue or > long.MaxValue)
            return false;
        integer = (long)exact;
        return true;
    }

    /// <summary>A finite number; <c>NaN</c>, <c>Infinity</c> and what is too large for a double are refused.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
