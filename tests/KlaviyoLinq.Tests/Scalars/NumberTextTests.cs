using System.Globalization;
using System.Text;
using KlaviyoLinq.Scalars;

namespace KlaviyoLinq.Tests.Scalars;

[Trait("Category", "Culture")]
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0"), InlineData("-0"), InlineData("-0.0"), InlineData("0.1"), InlineData("42.35843"), InlineData("-71.05977"), InlineData("999999999999999")]
    [InlineData(
        "0.00000000000001"), InlineData("99999999999999.9"), InlineData("9007199254740993"), InlineData("1e400"), InlineData("-1.5E-7"), InlineData("4.9e-324")]
    [InlineData(
        ""), InlineData("-"), InlineData("."), InlineData("1."), InlineData(".5"), InlineData("1.2.3"), InlineData("NaN"), InlineData("1,5"), InlineData("--1")]
    public void A_number_is_the_one_that_the_framework_reads(string text) => RequireSame(text);

    [Fact]
    public void Thousands_of_decimals_are_to_the_bit_what_the_framework_reads()
    {
        Random random = new(7);
        for (int i = 0; i < 50_000; i++)
        {
            int length = random.Next(1, 19);
            char[] text = [.. Enumerable.Range(0, length).Select(_ => (char)('0' + random.Next(10)))];
            if (random.Next(4) > 0)
                text[random.Next(length)] = '.';
            RequireSame((random.Next(2) == 0 ? "-" : "") + new string(text));
        }
    }

    private static void RequireSame(string text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected) && double.IsFinite(expected);

        NumberText.TryParse(Encoding.UTF8.GetBytes(text), out double number).Should().Be(isNumber, text);

        if (isNumber)
            BitConverter.DoubleToInt64Bits(number).Should().Be(BitConverter.DoubleToInt64Bits(expected), text);
    }
}
