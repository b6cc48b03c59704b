using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <summary>The distilled facts hold as much as the document: the numbers were counted on the document itself.</summary>
public sealed class DistilledCountTests
{
    private readonly KlaviyoSpec _spec = RepositoryFacts.Distilled;

    [Fact]
    public void There_are_204_GET_operations_each_with_its_own_path_and_id()
    {
        _spec.Operations.Should().HaveCount(204);
        _spec.Operations.Select(operation => operation.Path).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        _spec.Operations.Select(operation => operation.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void There_are_112_collections_and_56_operations_that_answer_with_identifiers_only()
    {
        _spec.Operations.Count(operation => operation.Collection).Should().Be(112);
        _spec.Operations.Count(operation => operation.IdentifiersOnly).Should().Be(56);
    }

    [Fact]
    public void There_are_62_resource_types_of_which_attribution_alone_is_only_ever_included()
    {
        _spec.Resources.Should().HaveCount(62);
        _spec.Resources.Select(resource => resource.Type).Except(_spec.Operations.Select(operation => operation.ResourceType)).Should().Equal("attribution");
    }

    [Fact]
    public void There_are_81_relationships() => _spec.Resources.Sum(resource => resource.Relationships.Count).Should().Be(81);

    [Fact]
    public void There_are_56_filtered_operations_with_221_fields_and_471_operators()
    {
        _spec.Operations.Count(operation => operation.Filters.Count > 0).Should().Be(56);
        _spec.Operations.Sum(operation => operation.Filters.Count).Should().Be(221);
        _spec.Operations.Sum(operation => operation.Filters.Sum(filter => filter.Operators.Count)).Should().Be(471);
    }

    [Theory]
    [InlineData("any", "list", 70)]
    [InlineData("equals", "list", 59)]
    [InlineData("equals", "single", 130)]
    [InlineData("greater-or-equal", "single", 45)]
    [InlineData("greater-than", "single", 44)]
    [InlineData("less-or-equal", "single", 43)]
    [InlineData("less-than", "single", 42)]
    [InlineData("contains", "single", 21)]
    [InlineData("starts-with", "single", 6)]
    [InlineData("ends-with", "single", 6)]
    [InlineData("has", "none", 5)]
    public void Every_operator_is_listed_as_often_as_the_document_lists_it(string filterOperator, string operand, int count) =>
        _spec.Operations.SelectMany(operation => operation.Filters).SelectMany(filter => filter.Operators)
            .Count(listed => listed == new FilterOperatorSpec(filterOperator, operand)).Should().Be(count);

    [Theory]
    [InlineData("string", 147)]
    [InlineData("date-time", 47)]
    [InlineData("boolean", 18)]
    [InlineData("integer", 3)]
    [InlineData("number", 1)]
    [InlineData(null, 5)]
    public void Every_kind_of_literal_is_as_frequent_as_in_the_document(string? kind, int count) =>
        _spec.Operations.SelectMany(operation => operation.Filters).Count(filter => filter.Kind == kind).Should().Be(count);

    [Fact]
    public void There_are_93_sort_keys_which_make_186_tokens() => _spec.Operations.Sum(operation => operation.SortKeys.Count).Should().Be(93);

    [Fact]
    public void There_are_81_include_values_on_49_operations()
    {
        _spec.Operations.Sum(operation => operation.Includes.Count).Should().Be(81);
        _spec.Operations.Count(operation => operation.Includes.Count > 0).Should().Be(49);
    }

    /// <summary>The whole document has 299, of which 75 belong to POST and PATCH.</summary>
    [Fact]
    public void GET_operations_have_224_fieldset_parameters_each_of_which_lists_the_id()
    {
        FieldsetSpec[] fieldsets = [.. _spec.Operations.SelectMany(operation => operation.Fieldsets)];
        fieldsets.Should().HaveCount(224).And.OnlyContain(fieldset => fieldset.Members.Contains("id"));
    }

    [Theory]
    [InlineData(20, 100, 22)]
    [InlineData(null, null, 15)]
    [InlineData(100, 100, 14)]
    [InlineData(50, 50, 6)]
    [InlineData(10, 10, 3)]
    [InlineData(200, 1000, 1)]
    [InlineData(25, 25, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 20, 1)]
    public void Every_class_of_page_sizes_holds_as_many_operations_as_in_the_document(int? @default, int? maximum, int count) =>
        _spec.Operations.Count(operation => operation.Paging is { } paging && paging.Default == @default && paging.Maximum == maximum).Should().Be(count);

    [Theory]
    [InlineData(3, 60, 85)]
    [InlineData(10, 150, 40)]
    [InlineData(75, 750, 35)]
    [InlineData(350, 3500, 29)]
    [InlineData(1, 15, 15)]
    public void Every_rate_limit_holds_for_as_many_operations_as_in_the_document(int burst, int steady, int count) =>
        _spec.Operations.Count(operation => operation.RateLimit == new RateLimitSpec(burst, steady, null)).Should().Be(count);

    [Fact]
    public void Every_member_of_a_fieldset_is_a_known_attribute_but_for_the_one_that_is_only_ever_written()
    {
        Dictionary<string, ComponentSpec> components = _spec.Components.ToDictionary(component => component.Name);
        string[] unknown =
        [
            .. from operation in _spec.Operations
               from fieldset in operation.Fieldsets
               from member in fieldset.Members
               where member != "id" && !IsKnown(_spec.Resource(fieldset.ResourceType).Attributes, member.Split('.'), components)
               select $"{fieldset.ResourceType}.{member}",
        ];
        unknown.Distinct().Should().BeEquivalentTo("flow-action.definition.temporary_id", "flow-action.definition.data.main_action.temporary_id");
    }

    private static bool IsKnown(IReadOnlyList<MemberSpec> members, string[] path, Dictionary<string, ComponentSpec> components) =>
        members.FirstOrDefault(member => member.Name == path[0]) is { } found
        && (path.Length == 1 || found.Components.Any(component => IsKnown(components[component].Members, path[1..], components)));
}
