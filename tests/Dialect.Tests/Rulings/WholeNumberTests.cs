using System.Globalization;
using CsCheck;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Wire;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

/// <summary>Whole-number fields compared with numbers of any kind: the ratings of reviews list >= and &lt;= only, the sizes of images all four.</summary>
public sealed class WholeNumberTests
{
    private static readonly Term _rating = Attribute("rating");
    private static readonly Term _size = Attribute("size");

    public static TheoryData<object, object, string> Comparisons => new()
    {
        { ComparisonKind.GreaterOrEqual, 3.5, "greater-or-equal(rating,4)" },
        { ComparisonKind.GreaterThan, 3.5, "greater-or-equal(rating,4)" },
        { ComparisonKind.LessOrEqual, 3.5, "less-or-equal(rating,3)" },
        { ComparisonKind.LessThan, 3.5, "less-or-equal(rating,3)" },
        { ComparisonKind.GreaterOrEqual, -3.5, "greater-or-equal(rating,-3)" },
        { ComparisonKind.LessThan, -3.5, "less-or-equal(rating,-4)" },
        { ComparisonKind.GreaterThan, -0.5, "greater-or-equal(rating,0)" },
        { ComparisonKind.GreaterOrEqual, 3.5f, "greater-or-equal(rating,4)" },
        { ComparisonKind.GreaterOrEqual, 3.5m, "greater-or-equal(rating,4)" },
        { ComparisonKind.GreaterOrEqual, 4.0, "greater-or-equal(rating,4)" },
        { ComparisonKind.GreaterOrEqual, 4.00m, "greater-or-equal(rating,4)" },
        { ComparisonKind.GreaterOrEqual, -0.0, "greater-or-equal(rating,0)" },
        { ComparisonKind.Equal, 4.0, "equals(rating,4)" },
        { ComparisonKind.Equal, 4.0m, "equals(rating,4)" },
        { ComparisonKind.Equal, 4ul, "equals(rating,4)" },
        { ComparisonKind.Equal, ulong.MaxValue, "equals(rating,18446744073709551615)" },
        { ComparisonKind.LessOrEqual, 9007199254740991.0, "less-or-equal(rating,9007199254740991)" },
        { ComparisonKind.LessOrEqual, 9223372036854775806.5m, "less-or-equal(rating,9223372036854775806)" },
        { ComparisonKind.LessOrEqual, 9223372036854775807m, "less-or-equal(rating,9223372036854775807)" },
    };

    public static TheoryData<object, object> Impossible => new()
    {
        { ComparisonKind.Equal, 3.5 },
        { ComparisonKind.Equal, -3.5m },
        { ComparisonKind.Equal, 1e19 },
        { ComparisonKind.GreaterThan, 1e19 },
        { ComparisonKind.GreaterOrEqual, 1e300 },
        { ComparisonKind.GreaterOrEqual, 9223372036854775807.5m },
        { ComparisonKind.LessThan, -1e19 },
        { ComparisonKind.LessOrEqual, decimal.MinValue },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void A_fraction_becomes_the_whole_number_beside_it(object kind, object number, string filter) =>
        Request("/api/reviews", Where(_rating.Compare((ComparisonKind)kind, number))).Should().Contain($"filter={filter}&");

    [Theory]
    [MemberData(nameof(Impossible))]
    public void A_comparison_that_no_whole_number_satisfies_returns_no_rows_without_a_request(object kind, object number) =>
        Ruling("/api/reviews", Where(_rating.Compare((ComparisonKind)kind, number))).Request!.IsEmpty.Should().BeTrue();

    [Fact]
    public void A_difference_from_a_fraction_always_holds() =>
        Request("/api/reviews", Where(_rating.Compare(ComparisonKind.NotEqual, 3.5))).Should().NotContain("filter");

    [Fact]
    public void A_comparison_that_every_whole_number_satisfies_requires_a_value()
    {
        Refusal("/api/reviews", Where(_rating.Compare(ComparisonKind.LessThan, 1e19))).Code.Should().Be(KlaviyoFindingCode.NullNotSupported);
        Request("/api/reviews", Where(_rating.Compare(ComparisonKind.LessThan, 1e19)), Where(_rating.Is(4))).Should().Contain("filter=equals(rating,4)&");
    }

    // C# takes 9007199254740993L == 9007199254740992.0 for true, which no filter repeats.
    [Theory]
    [InlineData(9007199254740992.0)]
    [InlineData(-9007199254740992.0)]
    [InlineData(9223372036854775808.0)]
    public void A_double_that_stands_for_several_whole_numbers_is_refused(double number) =>
        Refusal("/api/images", Where(_size.Compare(ComparisonKind.LessThan, number))).Code.Should().Be(KlaviyoFindingCode.ValueKindMismatch);

    [Fact]
    public void Fractions_leave_a_list()
    {
        Request("/api/reviews", Where(_rating.In(3.5, 4.0, 4m, 2))).Should().Contain("filter=any(rating,[4,2])&");
        Request("/api/reviews", Where(_rating.In(3.5, 4.0))).Should().Contain("filter=equals(rating,4)&");
        Ruling("/api/reviews", Where(_rating.In(3.5, 1e19))).Request!.IsEmpty.Should().BeTrue();
        Refusal("/api/reviews", Where(_rating.In(3.5, double.NaN))).Code.Should().Be(KlaviyoFindingCode.NumberNotFinite);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_refused_for_whole_numbers_too(object number) =>
        Refusal("/api/reviews", Where(_rating.Compare(ComparisonKind.GreaterOrEqual, number))).Code.Should().Be(KlaviyoFindingCode.NumberNotFinite);

    [Fact]
    public void Every_comparison_means_what_it_means_in_CSharp() =>
        Gen.Select(Gen.Enum<ComparisonKind>(), Gen.OneOf(Gen.Double[-6, 6], Gen.Int[-6, 6].Select(i => (double)i)), Gen.Bool)
            .Sample((kind, number, isDecimal) =>
        {
            object value = isDecimal ? (decimal)number : number;
            Ruling ruling = Ruling("/api/images", Where(_size.Compare(kind, value)));
            return ruling.Request is not { } request
                ? kind is ComparisonKind.Equal or ComparisonKind.NotEqual && InCSharp(ComparisonKind.Equal, (long)number, value) // images list neither
                : Enumerable.Range(-8, 17).All(size => Holds(request, size) == InCSharp(kind, size, value));
        });

    private static bool Holds(KlaviyoRequest request, long size)
    {
        if (request.IsEmpty || request.Filter is not ComparisonFilter comparison)
            return !request.IsEmpty;
        long number = long.Parse(((NumberValue)comparison.Value!).Digits, CultureInfo.InvariantCulture);
        return comparison.Operator switch
        {
            KlaviyoLinq.Catalogue.FilterOperator.GreaterThan => size > number,
            KlaviyoLinq.Catalogue.FilterOperator.GreaterOrEqual => size >= number,
            KlaviyoLinq.Catalogue.FilterOperator.LessThan => size < number,
            KlaviyoLinq.Catalogue.FilterOperator.LessOrEqual => size <= number,
            _ => size == number,
        };
    }

    private static bool InCSharp(ComparisonKind kind, long size, object value)
    {
        int order = value is decimal number ? ((decimal)size).CompareTo(number) : ((double)size).CompareTo((double)value);
        return kind switch
        {
            ComparisonKind.Equal => order == 0,
            ComparisonKind.NotEqual => order != 0,
            ComparisonKind.LessThan => order < 0,
            ComparisonKind.LessOrEqual => order <= 0,
            ComparisonKind.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }
}
