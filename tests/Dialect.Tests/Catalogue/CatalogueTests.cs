using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Dialect.Tests.Catalogue;

public sealed class CatalogueTests
{
    private readonly KlaviyoCatalogue _catalogue = KlaviyoCatalogue.Revision20260715;

    [Fact]
    public void Every_operation_and_every_resource_type_is_found_by_its_name()
    {
        _catalogue.Reads.Should().HaveCount(204).And.OnlyContain(operation => ReferenceEquals(_catalogue.FindRead(operation.Path), operation));
        _catalogue.Resources.Should().HaveCount(62).And.OnlyContain(resource => ReferenceEquals(_catalogue.FindResource(resource.Type), resource));
        _catalogue.Reads.Select(operation => operation.Path).Should().BeInAscendingOrder(StringComparer.Ordinal);
        _catalogue.Resources.Select(resource => resource.Type).Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/profiles/")]
    [InlineData("/api/nothing")]
    [InlineData("api/profiles")]
    [InlineData("/api/profiles/{id}/nothing")]
    [InlineData("/client/profiles")]
    public void A_path_that_Klaviyo_does_not_have_is_not_found(string path) => _catalogue.FindRead(path).Should().BeNull();

    [Theory]
    [InlineData("profile", "/api/profiles", "/api/profiles/{id}")]
    [InlineData("review", "/api/reviews", "/api/reviews/{id}")]
    [InlineData("geofence", "/client/geofences", null)]
    [InlineData("catalog-item-bulk-create-job", "/api/catalog-item-bulk-create-jobs", "/api/catalog-item-bulk-create-jobs/{job_id}")]
    [InlineData("campaign-message", null, "/api/campaign-messages/{id}")]
    [InlineData("attribution", null, null)]
    [InlineData("nothing", null, null)]
    public void A_type_leads_to_its_collection_and_to_its_single_resource(string type, string? collection, string? single)
    {
        _catalogue.FindCollection(type)?.Path.Should().Be(collection);
        _catalogue.FindSingle(type)?.Path.Should().Be(single);
        (_catalogue.FindCollection(type) is null).Should().Be(collection is null);
        (_catalogue.FindSingle(type) is null).Should().Be(single is null);
    }

    [Fact]
    public void The_facts_of_an_operation_are_what_the_document_says_and_the_overrides_correct()
    {
        ReadFacts profiles = _catalogue.FindRead("/api/profiles/{id}")!;
        profiles.IsCollection.Should().BeFalse();
        profiles.Scopes.Should().Equal("profiles:read");
        profiles.RateLimit.Should().Be(new RateLimitFacts(75, 750));
        profiles.RateLimitVariants.Should()
            .ContainSingle().Which.Should().BeEquivalentTo(new RateLimitVariantFacts("include", ["lists", "segments"], new RateLimitFacts(1, 15)));
        profiles.FindAdditionalFields("profile")!.Members.Should().Equal("subscriptions", "predictive_analytics");

        ReadFacts events = _catalogue.FindRead("/api/events")!;
        events.Paging.Should().Be(PagingFacts.Sized(1, 200, 1000));
        events.FindFilter("profile")!.Operators.Should().Equal(new FilterOperatorFacts(FilterOperator.Has, OperandKind.None));
        events.FindFilter("timestamp")!.Kind.Should().Be(ValueKind.Number);

        ReadFacts campaigns = _catalogue.FindRead("/api/campaigns")!;
        campaigns.FilterRequired.Should().BeTrue();
        campaigns.FindFilter("messages.channel")!.Required.Should().BeTrue();
        campaigns.FindFilter("messages.channel")!.Values.Should().Equal("email", "sms", "mobile_push");
        _catalogue.FindRead("/client/reviews")!.Parameters.Should()
            .ContainSingle(parameter => parameter.Name == "company_id" && parameter.Required && !parameter.InHeader);
    }

    [Fact]
    public void Relationships_say_whether_identifiers_always_come_and_whether_any_answer_shows_them()
    {
        _catalogue.FindResource("event")!.FindRelationship("metric")!.IdentifiersAlwaysSent.Should().BeTrue();
        _catalogue.FindResource("profile")!.FindRelationship("lists")!.IdentifiersAlwaysSent.Should().BeFalse();
        RelationshipFacts categories = _catalogue.FindResource("catalog-item")!.FindRelationship("categories")!;
        categories.Should().Match<RelationshipFacts>(facts => facts.IsVirtual && facts.ToMany && facts.ResourceType == "catalog-category");
        _catalogue.Resources.SelectMany(resource => resource.Relationships).Count(relationship => relationship.IsVirtual).Should().Be(5);
        _catalogue.Resources.SelectMany(resource => resource.Relationships).Count(relationship => !relationship.IsVirtual).Should().Be(81);
    }

    [Fact]
    public void Attributes_are_a_tree_that_ends_although_the_steps_of_a_form_hold_steps()
    {
        int nodes = _catalogue.Resources.Sum(resource => Count(resource.Attributes));
        nodes.Should().BeGreaterThan(1_000);
        AttributeFacts status = _catalogue.FindResource("review")!.FindAttribute("status")!;
        status.Kind.Should().Be(AttributeKind.Union);
        status.Alternatives.Select(alternative => $"{alternative.Discriminator}={string.Join('|', alternative.Values)}").Should().Contain("value=published");
    }

    private static int Count(IEnumerable<AttributeFacts> attributes) =>
        attributes.Sum(attribute => 1 + Count(attribute.Members) + attribute.Alternatives.Sum(alternative => Count(alternative.Members)));
}
