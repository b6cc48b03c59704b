using System.Text;
using KlaviyoLinq.Documents;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Tests.Documents;

public sealed class GeneratedReaderTests
{
    [Fact]
    public void Attributes_fill_the_resource_and_absent_ones_are_distinguished_from_null_ones()
    {
        var profile = Read<Profile>("""
            { "email": "a@b.c", "first_name": null, "location": { "city": "Oslo", "latitude": "59.91", "planet": "Earth" },
              "created": "2024-01-02T03:04:05+00:00", "properties": { "$plan": [1] }, "anonymous_id": { "new": [true] },
              "subscriptions": { "email": { "marketing": { "can_receive_email_marketing": true, "consent": "SUBSCRIBED",
                "suppression": [{ "reason": "HARD_BOUNCE", "timestamp": "2024-01-02" }], "list_suppressions": null } } } }
            """);
        profile.Email.Should().Be("a@b.c");
        profile.WasReceived("first_name").Should().BeTrue();
        profile.WasReceived("last_name").Should().BeFalse();
        profile.Location.City.Should().Be("Oslo");
        profile.Location.Latitude.AsNumber().Should().Be(59.91);
        profile.Created.Should().Be(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero));
        profile.Properties.Keys.Should().Equal("$plan");
        ProfileEmailMarketingSuppression suppression = profile.Subscriptions.Email.Marketing.Suppression.Should().ContainSingle().Subject;
        suppression.Reason.Should().Be(ProfileEmailMarketingSuppressionReason.HardBounce);
        profile.Subscriptions.Email.Marketing.ListSuppressions.Should().BeEmpty();
        profile.PredictiveAnalytics.Should().BeNull();
    }

    [Fact]
    public void Unknown_values_of_an_open_enumeration_survive()
    {
        Read<Campaign>("""{ "status": "Resting" }""").Status.Should().Be(new CampaignStatus("Resting"));
        Read<Campaign>("""{ "status": "Sent" }""").Status.Should().Be(CampaignStatus.Sent);
        default(CampaignStatus).Should().Be(new CampaignStatus(""));
        default(CampaignStatus).Value.Should().BeEmpty();
    }

    [Fact]
    public void A_union_is_read_as_what_its_constant_says_wherever_that_stands()
    {
        Review review = Read<Review>("""{ "status": { "rejection_reason": { "status_explanation": "rude", "reason": "other" }, "value": "rejected" } }""");
        ReviewStatusRejected rejected = review.Status.Should().BeOfType<ReviewStatusRejected>().Subject;
        rejected.Value.Should().Be(ReviewStatusValue.Rejected);
        rejected.RejectionReason.Should().BeOfType<ReviewRejectReasonOther>();
    }

    [Fact]
    public void An_unknown_alternative_keeps_its_JSON_and_its_constant()
    {
        Review review = Read<Review>("""{ "status": { "value": "snoozed", "until": 2030 }, "rating": 4 }""");
        UnknownReviewStatus unknown = review.Status.Should().BeOfType<UnknownReviewStatus>().Subject;
        unknown.Value.Value.Should().Be("snoozed");
        unknown.WasReceived("value").Should().BeTrue();
        unknown.Json.GetInteger("until").Should().Be(2030);
        review.Rating.Should().Be(4);
        Read<Review>("""{ "status": null }""").Status.Should().BeNull();
    }

    [Fact]
    public void Two_constants_together_distinguish_the_filters_of_a_segment()
    {
        Segment segment = Read<Segment>("""
            { "definition": { "condition_groups": [ { "conditions": [
              { "type": "profile-property", "property": "properties['age']", "filter": { "operator": "in", "type": "string", "value": ["a"] } },
              { "type": "profile-property", "property": "x", "filter": { "type": "numeric", "operator": "greater-than", "value": 3 } },
              { "type": "profile-group-membership", "is_member": false, "group_ids": ["L1"] },
              { "type": "profile-from-the-future", "depth": 1 } ] } ] } }
            """);
        IReadOnlyList<ProfileCondition> conditions = segment.Definition.ConditionGroups.Should().ContainSingle().Subject.Conditions;
        conditions[0].Should().BeOfType<ProfilePropertyCondition>().Which.Filter.Should().BeOfType<StringArrayOperatorStringArrayFilter>();
        conditions[1].Should().BeOfType<ProfilePropertyCondition>().Which.Filter.Should().BeOfType<NumericOperatorNumericFilter>();
        conditions[2].Should().BeOfType<ProfileNoGroupMembershipCondition>();
        conditions[3].Should().BeOfType<UnknownProfileCondition>().Which.Type.Value.Should().Be("profile-from-the-future");
    }

    [Fact]
    public void Objects_that_hold_themselves_are_read_to_any_depth()
    {
        Form form = Read<Form>("""{ "definition": { "versions": [ { "steps": [ { "name": "1", "steps": [ { "name": "1.1", "steps": [] } ] } ] } ] } }""");
        form.Definition.Versions[0].Steps[0].Steps[0].Name.Should().Be("1.1");
    }

    [Fact]
    public void Every_known_type_has_a_class_and_a_reader()
    {
        foreach (string type in KlaviyoCatalogue.Newest.Resources.Select(resource => resource.Type))
        {
            ResourceReaders.KnownType(Encoding.UTF8.GetBytes(type)).Should().Be(type);
            ResourceKind kind = ResourceReaders.Find(type)!;
            KlaviyoResource resource = kind.Create();
            resource.ResourceType.Should().Be(type);
            var json = new JsonScanner("{\"anything\":{\"at\":[\"all\"]}}"u8, KlaviyoMap.MaxDepth);
            json.NextValue();
            kind.ReadAttributes(resource, ref json);
            json.End();
        }

        ResourceReaders.Find("weather").Should().BeNull();
        ResourceReaders.KnownType("weather"u8).Should().BeNull();
    }

    private static T Read<T>(string attributes)
        where T : KlaviyoResource, new()
    {
        var resource = new T();
        var json = new JsonScanner(Encoding.UTF8.GetBytes(attributes), KlaviyoMap.MaxDepth);
        json.NextValue();
        ResourceReaders.Find(resource.ResourceType)!.ReadAttributes(resource, ref json);
        json.End();
        return resource;
    }
}
