using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Proving;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Proving;

public sealed class EntriesTests
{
    private readonly Entries _entries = Create();

    [Fact]
    public void Every_operation_has_a_route() =>
        _entries.Spec.Operations.Should().HaveCount(204).And.OnlyContain(operation => _entries.Routes.Of(operation) != null);

    [Theory]
    [InlineData("get_profiles", "email", "any", "klaviyo.Profiles.Where(p => values.Contains(p.Email))")]
    [InlineData("get_profiles", "created", "greater-than", "klaviyo.Profiles.Where(p => p.Created > value)")]
    [InlineData("get_tags", "name", "starts-with", "klaviyo.Tags.Where(t => t.Name.StartsWith(value))")]
    [InlineData("get_events", "metric_id", "equals", "klaviyo.Events.Where(e => e.Metric.Id == value)")]
    [InlineData("get_events", "profile", "has", "klaviyo.Events.Where(e => e.Profile != null)")]
    [InlineData("get_catalog_items", "category.id", "equals", "klaviyo.CatalogItems.Where(c => c.Categories.Any(x => x.Id == value))")]
    [InlineData("get_profile_ids_for_list", "_kx", "equals", "klaviyo.Lists[id].Profiles.Where(p => p.Kx == value).Select(p => p.Id)")]
    public void A_filter_entry_is_the_query_an_author_would_write(string operation, string field, string filterOperator, string code) =>
        _entries.Filters(_entries.Spec.Operation(operation))
            .First(entry => entry.Filter.Field == field && entry.Operator.Operator == filterOperator).Code.Should().Be(code);

    [Fact]
    public void A_required_filter_is_added_unless_it_is_the_one_in_question()
    {
        OperationSpec campaigns = _entries.Spec.Operation("get_campaigns");
        _entries.Filters(campaigns)
            .Should()
            .OnlyContain(entry => entry.Code.Contains(".Channel ==") && entry.Code.Split(".Where(").Length == (entry.Filter.Required ? 2 : 3));
        _entries.Sorts(campaigns).Should().OnlyContain(sort => sort.Code.Contains(".Channel =="));
    }

    [Fact]
    public void Members_within_a_union_belong_to_one_of_its_alternatives()
    {
        OperationSpec message = _entries.Spec.Operation("get_campaign_message");
        _entries.Members(message).Should().Contain(("campaign-message", "definition")).And.Contain(("campaign-message", "definition.content"));
        _entries.UnionMembers(message).Should().Contain(("campaign-message", "definition.content")).And.NotContain(("campaign-message", "definition"));
    }

    private static Entries Create()
    {
        KlaviyoSpec spec = GenerateCommand.Facts(RepositoryFacts.Repository, out OverridesFile overrides);
        return new Entries(spec, RepositoryFacts.Model, overrides);
    }
}
