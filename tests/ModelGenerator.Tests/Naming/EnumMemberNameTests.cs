using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Tests.Naming;

public sealed class EnumMemberNameTests
{
    [Theory]
    [InlineData("Sent", "Sent")]
    [InlineData("Cancelled: Account Disabled", "CancelledAccountDisabled")]
    [InlineData("ASSIGNED_TO_PROFILE", "AssignedToProfile")]
    [InlineData("double_opt_in", "DoubleOptIn")]
    [InlineData("send-mobile-push", "SendMobilePush")]
    [InlineData("fitToText", "FitToText")]
    [InlineData("SMS", "Sms")]
    [InlineData("AD", "AD")]
    [InlineData("con_AF", "ConAF")]
    [InlineData("7_days", "Value7Days")]
    [InlineData("2-columns-25%-75%", "Value2Columns25Percent75Percent")]
    [InlineData("$email", "Email")]
    [InlineData("", "Empty")]
    public void A_value_becomes_a_legal_name(string value, string name) => Names("Any", value).Should().Equal(name);

    [Theory]
    [InlineData("value", "ValueOption")]
    [InlineData("equals", "EqualsOption")]
    [InlineData("any", "AnyOption")]
    public void A_name_that_the_type_itself_takes_is_avoided(string value, string name) => Names("Any", value).Should().Equal(name);

    [Fact]
    public void Signs_are_written_out_where_names_would_be_the_same_without() =>
        Names("Zone", "Etc/GMT", "Etc/GMT+0", "Etc/GMT-0", "Etc/GMT0", "Etc/GMT-14")
            .Should().Equal("EtcGmt", "EtcGmtPlus0", "EtcGmtMinus0", "EtcGmt0", "EtcGmtMinus14");

    [Fact]
    public void Everything_is_written_out_where_signs_are_not_enough() => Names("Any", "a/b", "a_b").Should().Equal("ASlashB", "AUnderscoreB");

    [Fact]
    public void Values_that_no_name_distinguishes_are_refused()
    {
        Action naming = () => Names("Any", "a b", "a:b");
        naming.Should().Throw<ModelGenerator.Spec.SpecificationException>().WithMessage("*a b, a:b*");
    }

    private static IEnumerable<string> Names(string type, params string[] values) => EnumMemberNames.Of(type, values).Select(name => name.Value);
}
