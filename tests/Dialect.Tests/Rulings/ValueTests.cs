using KlaviyoLinq.Forms;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class ValueTests
{
    [Fact]
    public void A_UTC_DateTime_is_a_moment() =>
        Request("/api/profiles", Where(Attribute("created").Compare(ComparisonKind.GreaterThan, new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc))))
            .Should().Contain("greater-than(created,2026-07-01T00:00:00Z)");

    [Fact]
    public void A_DateTime_without_a_kind_is_refused() =>
        Refusal("/api/profiles", Where(Attribute("created").Compare(ComparisonKind.GreaterThan, new DateTime(2026, 7, 1))))
            .Code.Should().Be(KlaviyoFindingCode.UnspecifiedDateTime);

    // Half a pair cannot stand in an attribute either: the compiler writes those as UTF-8.
    [Theory]
    [InlineData("", 0xD800, "")]
    [InlineData("a", 0xDC00, "b")]
    [InlineData("x", 0xD83D, "")]
    public void A_lone_surrogate_is_refused(string before, int half, string after)
    {
        string text = before + (char)half + after;

        KlaviyoFinding finding = Refusal("/api/profiles", Where(Attribute("email").Is(text)));

        finding.Code.Should().Be(KlaviyoFindingCode.LoneSurrogate);
        finding.Reason.Should().Contain($"U+{half:X4} at index {before.Length}").And.NotContain(text);
    }

    [Fact]
    public void A_surrogate_pair_is_fine() =>
        Request("/api/profiles", Where(Attribute("email").Is("\ud83d\ude00"))).Should().Contain("equals(email,\"\ud83d\ude00\")");

    [Fact]
    public void Null_in_a_list_is_refused() =>
        Refusal("/api/profiles", Where(Id.In("a", null))).Code.Should().Be(KlaviyoFindingCode.NullInList);

    [Fact]
    public void A_list_that_is_null_is_refused() =>
        Refusal("/api/profiles", Where(new ListContainsTerm(Value(null), Id, "…"))).Code.Should().Be(KlaviyoFindingCode.NullInList);

    [Theory]
    [InlineData(1)]
    [InlineData(true)]
    public void A_value_of_another_kind_is_refused(object value) =>
        Refusal("/api/profiles", Where(Attribute("email").Is(value))).Code.Should().Be(KlaviyoFindingCode.ValueKindMismatch);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_refused(object value) =>
        Refusal("/api/events", Where(Attribute("timestamp").Compare(ComparisonKind.GreaterThan, value))).Code.Should().Be(KlaviyoFindingCode.NumberNotFinite);

    [Theory]
    [InlineData(33.33, "33.33")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1e21, "1000000000000000000000")]
    [InlineData(1.5e-7, "0.00000015")]
    [InlineData(-1.25e22, "-12500000000000000000000")]
    [InlineData(42L, "42")]
    [InlineData((byte)7, "7")]
    public void Numbers_are_written_in_plain_digits(object value, string digits) =>
        Request("/api/events", Where(Attribute("timestamp").Compare(ComparisonKind.GreaterThan, value))).Should().Contain($"greater-than(timestamp,{digits})");

    [Fact]
    public void Any_finite_double_reads_back_as_itself() =>
        CsCheck.Check.Sample(CsCheck.Gen.Double, number => !double.IsFinite(number) ||
            double.Parse(KlaviyoLinq.Wire.Digits.Of(number), System.Globalization.CultureInfo.InvariantCulture) == number);
}
