using System.Globalization;
using System.Text;

namespace KlaviyoLinq.Wire;

/// <summary>Writes a finite double in plain decimal digits, shortest form that reads back as the same number.</summary>
internal static class Digits
{
    internal static string Of(double number)
    {
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        int exponentMark = shortest.IndexOf('E');
        return exponentMark < 0 ? shortest : Expanded(shortest, exponentMark);
    }

    // "-1.25E-07" -> "-0.000000125": the filter language's numbers are not documented to take an exponent.
    private static string Expanded(string scientific, int exponentMark)
    {
        bool negative = scientific[0] == '-';
        string mantissa = scientific.Substring(negative ? 1 : 0, exponentMark - (negative ? 1 : 0));
        int exponent = int.Parse(scientific.Substring(exponentMark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.');
        string digits = mantissa.Replace(".", "");
        int whole = (point < 0 ? mantissa.Length : point) + exponent;

        StringBuilder text = new(negative ? "-" : "");
        if (whole <= 0)
            text.Append("0.").Append('0', -whole).Append(digits);
        else if (whole >= digits.Length)
            text.Append(digits).Append('0', whole - digits.Length);
        else
            text.Append(digits, 0, whole).Append('.').Append(digits, whole, digits.Length - whole);
        return text.ToString();
    }
}
