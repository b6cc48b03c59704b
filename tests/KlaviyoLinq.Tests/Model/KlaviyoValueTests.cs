using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Model;

[Trait("Category", "Culture")]
public sealed class KlaviyoValueTests
{
    [Fact]
    public void Values_are_equal_by_kind_and_value()
    {
        ((KlaviyoValue)1 == 1.0).Should().BeTrue();
        ((KlaviyoValue)1).GetHashCode().Should().Be(((KlaviyoValue)1.0).GetHashCode());
        ((KlaviyoValue)0.0 == -0.0).Should().BeTrue();
        ((KlaviyoValue)1 == "1").Should().BeFalse();
        ((KlaviyoValue)1 == true).Should().BeFalse();
        ((KlaviyoValue)"a" != "b").Should().BeTrue();
        ((KlaviyoValue)(string?)null == default).Should().BeTrue();
        ((KlaviyoValue)"" == KlaviyoValue.Null).Should().BeFalse();
        ((KlaviyoValue)(1L << 60) == Math.Pow(2, 60)).Should().BeTrue();
    }

    [Fact]
    public void A_value_reads_as_another_kind_where_it_can()
    {
        ((KlaviyoValue)"1.5").AsNumber().Should().Be(1.5);
        ((KlaviyoValue)"15").AsInteger().Should().Be(15);
        ((KlaviyoValue)"true").AsBoolean().Should().BeTrue();
        ((KlaviyoValue)1.5).AsString().Should().Be("1.5");
        ((KlaviyoValue)1.5).AsInteger().Should().BeNull();
        ((KlaviyoValue)true).AsString().Should().Be("true");
        ((KlaviyoValue)"x").AsNumber().Should().BeNull();
        ((KlaviyoValue)"NaN").AsNumber().Should().BeNull();
        KlaviyoValue.Null.AsString().Should().BeNull();
        KlaviyoValue.Null.ToString().Should().BeEmpty();
    }

    [Fact]
    public void A_value_says_what_it_is()
    {
        ((KlaviyoValue)"a").Kind.Should().Be(KlaviyoValueKind.String);
        ((KlaviyoValue)1).Kind.Should().Be(KlaviyoValueKind.Number);
        ((KlaviyoValue)double.MaxValue).Kind.Should().Be(KlaviyoValueKind.Number);
        ((KlaviyoValue)false).Kind.Should().Be(KlaviyoValueKind.Boolean);
        default(KlaviyoValue).IsNull.Should().BeTrue();
    }
}
