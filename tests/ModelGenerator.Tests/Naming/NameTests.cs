using KlaviyoLinq.ModelGenerator.Naming;

namespace KlaviyoLinq.ModelGenerator.Tests.Naming;

public sealed class NameTests
{
    [Theory]
    [InlineData("first_name", "FirstName")]
    [InlineData("catalog-item", "CatalogItem")]
    [InlineData("_kx", "Kx")]
    [InlineData("address1", "Address1")]
    [InlineData("namespace", "Namespace")]
    [InlineData("Custom Objects", "CustomObjects")]
    public void A_wire_name_becomes_pascal_case(string wireName, string name) => PascalCase.Of(wireName).Should().Be(name);

    [Theory]
    [InlineData("HTMLBlockV1", "HtmlBlockV1")]
    [InlineData("ABTestSendStrategy", "AbTestSendStrategy")]
    [InlineData("ProfileLocation", "ProfileLocation")]
    [InlineData("SMSConsentCheckbox", "SmsConsentCheckbox")]
    public void An_acronym_is_written_like_a_word(string schema, string name) => Words.Humble(schema).Should().Be(name);

    [Theory]
    [InlineData("Campaign", "status", "CampaignStatus")]
    [InlineData("Review", "review_type", "ReviewType")]
    [InlineData("FlowListTrigger", "trigger_filter", "FlowListTriggerFilter")]
    [InlineData("ReviewRejectionReason", "reason", "ReviewRejectionReasonReason")]
    public void A_type_of_a_member_does_not_say_the_same_word_twice(string owner, string member, string name) =>
        MemberTypeName.Of(owner, member).Should().Be(name);
}
