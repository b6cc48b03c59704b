using KlaviyoLinq.Forms;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class ProjectionTests
{
    [Fact]
    public void A_whole_resource_asks_for_no_fieldset() =>
        Request("/api/profiles").Should().Be("/api/profiles?page[size]=100");

    [Fact]
    public void Only_the_fields_that_a_projection_reads_are_requested() =>
        Request("/api/profiles", Select(Id, Attribute("email"), Attribute("location.city")))
            .Should().Be("/api/profiles?fields[profile]=email,location.city&page[size]=100");

    [Fact]
    public void A_projection_of_the_id_alone_asks_for_the_id() =>
        Request("/api/profiles", Select(Id)).Should().Contain("fields[profile]=id");

    [Fact]
    public void A_member_within_a_member_that_is_read_whole_is_not_requested_twice() =>
        Request("/api/profiles", Select(Attribute("location.city"), Attribute("location"))).Should().Contain("fields[profile]=location&");

    [Fact]
    public void A_key_of_a_free_form_map_asks_for_the_map() =>
        Request("/api/profiles", Select(Attribute("properties.favourite"))).Should().Contain("fields[profile]=properties&");

    [Fact]
    public void Using_the_resource_as_a_whole_leaves_nothing_out() =>
        Request("/api/profiles", Select(Attribute("email"), Whole)).Should().NotContain("fields");

    [Fact]
    public void Reading_through_a_relationship_includes_it_with_just_what_is_read() =>
        Request("/api/events", Select(Attribute("datetime"), Relationship("metric", Then("name"))))
            .Should().Be("/api/events?include=metric&fields[event]=datetime&fields[metric]=name&page[size]=1000");

    [Fact]
    public void Reading_an_id_that_comes_anyway_includes_nothing() =>
        Request("/api/events", Select(RelationshipId("metric"))).Should().Be("/api/events?fields[event]=id&page[size]=1000");

    [Fact]
    public void An_additional_field_that_is_read_is_requested() =>
        Request("/api/profiles", Select(Attribute("subscriptions.email.marketing.consent")))
            .Should().Be("/api/profiles?fields[profile]=subscriptions.email.marketing.consent&additional-fields[profile]=subscriptions&page[size]=100");

    [Fact]
    public void An_attribute_that_the_endpoint_does_not_return_is_refused() =>
        Refusal("/api/profiles", Select(Attribute("joined_group_at"))).Code.Should().Be(KlaviyoFindingCode.AttributeNotReturned);

    [Fact]
    public void A_member_that_is_never_sent_is_refused_in_a_projection() =>
        Refusal("/api/profiles", Select(FilterOnly("_kx"))).Code.Should().Be(KlaviyoFindingCode.FilterOnlyMemberRead);

    [Fact]
    public void Include_becomes_include() =>
        Request("/api/events", Include(Relationship("metric")), Include(Relationship("profile")), Include(Relationship("metric")))
            .Should().Be("/api/events?include=metric,profile&page[size]=1000");

    [Fact]
    public void A_relationship_that_cannot_be_included_is_refused_with_those_that_can()
    {
        KlaviyoFinding finding = Refusal("/api/profiles", Include(Relationship("lists")));

        finding.Code.Should().Be(KlaviyoFindingCode.RelationshipNotIncludable);
        finding.Advice.Should().Be("GET /api/profiles includes: conversations, push-tokens. lists can be included by klaviyo.Profiles[id] (GET /api/profiles/{id}).");
    }

    [Fact]
    public void A_nested_include_is_refused() =>
        Refusal("/api/events", Include(Relationship("profile", new PathSegment(SegmentKind.Relationship, "lists", "Lists")))).Code.Should()
            .Be(KlaviyoFindingCode.NestedInclude);

    [Fact]
    public void Additional_fields_are_requested_or_refused()
    {
        Request("/api/profiles", AdditionalFields(Attribute("subscriptions")), AdditionalFields(Attribute("predictive_analytics")))
            .Should().Be("/api/profiles?additional-fields[profile]=subscriptions,predictive_analytics&page[size]=100");
        Refusal("/api/profiles", AdditionalFields(Attribute("email"))).Code.Should().Be(KlaviyoFindingCode.AdditionalFieldNotListed);
    }

    [Fact]
    public void One_key_sorts_both_ways()
    {
        Request("/api/profiles", OrderBy(Attribute("created"))).Should().Contain("sort=created&");
        Request("/api/profiles", OrderBy(Attribute("created"), descending: true)).Should().Contain("sort=-created&");
    }

    [Fact]
    public void A_second_key_is_refused() =>
        Refusal("/api/profiles", OrderBy(Attribute("created")), OrderBy(Attribute("email"))).Code.Should().Be(KlaviyoFindingCode.SecondSortKey);

    [Fact]
    public void A_key_that_is_not_listed_is_refused_with_those_that_are()
    {
        KlaviyoFinding finding = Refusal("/api/events", OrderBy(Attribute("uuid")));

        finding.Code.Should().Be(KlaviyoFindingCode.FieldNotSortable);
        finding.Advice.Should().Be("GET /api/events sorts by datetime, timestamp.");
    }

    [Fact]
    public void An_operator_without_a_counterpart_is_refused_by_name() =>
        Refusal("/api/profiles", Unknown("GroupBy")).Reason.Should().StartWith("GroupBy has no counterpart");
}
