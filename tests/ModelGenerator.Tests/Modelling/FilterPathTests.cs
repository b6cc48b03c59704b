using KlaviyoLinq.ModelGenerator.Modelling;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Modelling;

public sealed class FilterPathTests
{
    private readonly KlaviyoSpec _spec = RepositoryFacts.Corrected;
    private readonly FilterPaths _paths = new(RepositoryFacts.Model, RepositoryFacts.Overrides);

    [Fact]
    public void Every_one_of_the_221_filter_fields_has_a_typed_member()
    {
        (OperationSpec Operation, FilterSpec Filter)[] fields =
            [.. from operation in _spec.Operations from filter in operation.Filters select (operation, filter)];
        fields.Should().HaveCount(221);
        fields.Where(field => _paths.Find(field.Operation, field.Filter) is null).Should().BeEmpty();
    }

    [Fact]
    public void Every_one_of_the_93_sort_keys_has_a_typed_member_that_leads_to_one_value()
    {
        (OperationSpec Operation, string Key)[] keys = [.. from operation in _spec.Operations from key in operation.SortKeys select (operation, key)];
        keys.Should().HaveCount(93);
        keys.Where(key => _paths.FindSortKey(key.Operation, key.Key) is null).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/api/profiles", "email", "Email", "string?")]
    [InlineData("/api/profiles", "_kx", "Kx", "string?")]
    [InlineData(
        "/api/profiles", "subscriptions.email.marketing.suppression.reason", "Subscriptions.Email.Marketing.Suppression[].Reason",
        "ProfileEmailMarketingSuppressionReason")]
    [InlineData("/api/segments/{id}/profiles", "profile_id", "Id", "string")]
    [InlineData("/api/catalog-items", "ids", "Id", "string")]
    [InlineData("/api/catalog-items", "category.id", "Categories[].Id", "string")]
    [InlineData("/api/catalog-categories", "item.id", "Items[].Id", "string")]
    [InlineData("/api/events", "metric_id", "Metric.Id", "string")]
    [InlineData("/api/events", "profile", "Profile", "Profile")]
    [InlineData("/api/events", "timestamp", "Timestamp", "long?")]
    [InlineData("/api/coupon-codes", "coupon.id", "Coupon.Id", "string")]
    [InlineData("/api/campaigns", "messages.channel", "CampaignMessages[].Channel", "CampaignMessageChannel?")]
    [InlineData("/api/campaigns", "status", "Status", "CampaignStatus")]
    [InlineData("/api/profile-suppression-bulk-create-jobs", "list_id", "Lists[].Id", "string")]
    [InlineData("/api/template-universal-content", "definition.content_type", "Definition.ContentType", "UniversalContentDefinitionContentType")]
    [InlineData("/api/reviews", "status", "StatusFilter", "ReviewStatusFilter?")]
    [InlineData("/client/reviews", "media", "Media", "bool?")]
    public void A_filter_field_is_reached_by_its_natural_path(string path, string field, string member, string type)
    {
        OperationSpec operation = _spec.Operations.Single(operation => operation.Path == path);
        _paths.Find(operation, operation.Filters.Single(filter => filter.Field == field)).Should().Be(new FilterMember(member, type));
    }

    [Fact]
    public void A_member_of_another_kind_does_not_count()
    {
        OperationSpec profiles = _spec.Operations.Single(operation => operation.Path == "/api/profiles");
        _paths.Find(profiles, new FilterSpec("email", "date-time", [])).Should().BeNull();
        _paths.Find(profiles, new FilterSpec("location", "string", [])).Should().BeNull();
        _paths.Find(profiles, new FilterSpec("location.planet", "string", [])).Should().BeNull();
    }
}
