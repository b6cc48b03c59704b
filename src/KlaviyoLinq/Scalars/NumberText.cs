using System.Globalization;

namespace KlaviyoLinq.Scalars;

/// <summary>Numbers as text, always in the invariant culture.</summary>
internal static class NumberText
{
    private const int MostExactDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

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
        TryParseShort(text, out number) || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number));

    /// <summary>
    /// Up to fifteen digits with a point among them, such as a place's latitude. Digits and power of ten are then exact as doubles, so that their
    /// quotient is the nearest double to the text, as it is for the framework, in a tenth of the time.
    /// </summary>
    private static bool TryParseShort(ReadOnlySpan<byte> text, out double number)
    {
        number = 0;
        bool isNegative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> digits = isNegative ? text[1..] : text;
        if (digits.Length is 0 or > MostExactDigits + 1 || digits[0] == '.' || digits[^1] == '.')
            return false;
        long mantissa = 0;
        int point = -1;
        for (int i = 0; i < digits.Length; i++)
        {
            uint digit = (uint)(digits[i] - '0');
            if (digit <= 9)
                mantissa = (mantissa * 10) + digit;
            else if (digits[i] == '.' && point < 0)
                point = i;
            else
                return false;
        }

        if (point < 0 && digits.Length > MostExactDigits)
            return false;
        number = point < 0 ? mantissa : mantissa / PowersOfTen[digits.Length - 1 - point];
        if (isNegative)
            number = -number;
        return true;
    }
}
