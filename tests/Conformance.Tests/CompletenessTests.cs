using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conformance.Tests.Cases;
using KlaviyoLinq.Conformance.Tests.Cases.Generated;

namespace KlaviyoLinq.Conformance.Tests;

public sealed class CompletenessTests
{
    private static readonly IReadOnlyList<ReadFacts> _reached = [.. Operations.All.Select(route => ConformanceTests.Facts(route.Operation))];

    [Fact]
    public void Every_filter_entry_of_every_reached_operation_is_a_case() =>
        Filters.All.Select(entry => entry.ToString()).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(
            from operation in _reached
            from filter in operation.Filters
            from listed in filter.Operators
            select $"{operation.Id} {filter.Field} {listed.Operator.WireName()} {listed.Operand}".Replace("Single", "single", StringComparison.Ordinal)
                .Replace("List", "list", StringComparison.Ordinal).Replace("None", "none", StringComparison.Ordinal));

    [Fact]
    public void Every_sort_token_of_every_reached_operation_is_a_case() =>
        Sorts.All.Select(entry => entry.ToString()).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(
            from operation in _reached
            from key in operation.SortKeys
            from direction in new[] { "", "-" }
            select $"{operation.Id} {direction}{key}");

    [Fact]
    public void Every_include_of_every_reached_operation_is_a_case() =>
        Includes.All.Select(entry => entry.ToString()).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(
            _reached.SelectMany(operation => operation.Includes.Select(include => $"{operation.Id} {include.Relationship}")));

    [Fact]
    public void Every_additional_field_of_every_reached_operation_is_a_case() =>
        AdditionalFields.All.Select(entry => entry.ToString()).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(
            _reached.SelectMany(operation => operation.AdditionalFields.SelectMany(fieldset => fieldset.Members.Select(member => $"{operation.Id} {member}"))));
}
