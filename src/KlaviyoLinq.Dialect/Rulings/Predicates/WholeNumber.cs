using System.Globalization;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>A number as a field of 64-bit integers compares it.</summary>
/// <param name="Floor">The largest whole number that is not greater; the nearest one where the number lies beyond 64 bits.</param>
/// <param name="HasFraction">Whether the number lies between two whole numbers.</param>
/// <param name="Beyond">-1 or 1 where every whole number of 64 bits is greater or less; otherwise 0.</param>
internal readonly record struct WholeNumber(long Floor, bool HasFraction = false, int Beyond = 0)
{
    // From 2^53 on a double stands for its neighbours as well: C# takes 9007199254740993 == 9007199254740992.0 for true.
    private const double FirstInexact = 9007199254740992;
    private const double FirstBeyond = 9223372036854775808;

    /// <summary>Indicates whether the number is equal to no 64-bit integer.</summary>
    internal bool IsNone => HasFraction || Beyond != 0;

    /// <summary>The number, or null where it is not finite, is a double too large to stand for one number alone, or is not a number at all.</summary>
    internal static WholeNumber? Of(object? value) => value switch
    {
        double or float => Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        decimal number => Of(number),
        // Beyond 64 bits with a sign only a member that is a ulong itself is compared, and that may hold the value.
        ulong and <= long.MaxValue => Of(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        sbyte or byte or short or ushort or int or uint or long => new WholeNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static WholeNumber? Of(double number)
    {
        if (Math.Abs(number) < FirstInexact)
            return new WholeNumber((long)Math.Floor(number), Math.Floor(number) != number);
        return Math.Abs(number) > FirstBeyond && !double.IsInfinity(number) ? Outside(number > 0) : null;
    }

    private static WholeNumber Of(decimal number) =>
        number > long.MaxValue || number < long.MinValue ? Outside(number > 0) : new WholeNumber((long)decimal.Floor(number), decimal.Floor(number) != number);

    private static WholeNumber Outside(bool above) => new(above ? long.MaxValue : long.MinValue, Beyond: above ? 1 : -1);
}
