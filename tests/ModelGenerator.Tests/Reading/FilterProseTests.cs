using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Reading;

/// <summary>Tests of the descriptions: the newest documents state filters twice, in prose and in an extension, and both agree.</summary>
public sealed class FilterProseTests
{
    [DocumentFact]
    public void The_descriptions_list_the_fields_and_operators_of_the_extension()
    {
        Compare("2026-04-15", 420);
        Compare("2026-07-15", 435);
    }

    /// <summary>The one difference: the seconds of an event are an integer as an attribute, and any number as a filter.</summary>
    [DocumentFact]
    public void The_kind_of_a_field_is_that_of_its_attribute_or_follows_from_its_name() =>
        Pairs(RepositoryFacts.Repository.Revision)
            .Where(pair => pair.Prose.Kind != pair.Declared.Kind).Select(pair => $"{pair.Declared.Field} {pair.Prose.Kind} {pair.Declared.Kind}")
            .Distinct().Should().Equal("timestamp integer number");

    private static void Compare(string revision, int count)
    {
        (FilterSpec Prose, FilterSpec Declared)[] pairs = [.. Pairs(revision)];
        pairs.Sum(pair => pair.Prose.Operators.Count).Should().Be(count);
        pairs.Where(
            pair =>
                !pair.Prose.Operators.Select(listed => listed.Operator)
                    .Order().SequenceEqual(pair.Declared.Operators.Select(listed => listed.Operator).Distinct().Order()))
            .Should().BeEmpty();
    }

    private static IEnumerable<(FilterSpec Prose, FilterSpec Declared)> Pairs(string revision)
    {
        string path = Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision);
        KlaviyoSpec spec = SpecReader.Read(path);
        var kinds = new AttributeKinds(spec.Resources, spec.Components);
        using OpenApiFile file = OpenApiFile.Open(path);
        foreach ((string name, JsonElement operation) in file.GetOperations)
        {
            OperationSpec declared = spec.Operations.Single(known => known.Path == name);
            foreach (FilterSpec prose in FilterProse.Read(operation, declared.ResourceType, kinds))
                yield return (prose, declared.Filters.Single(filter => filter.Field == prose.Field));
        }
    }
}
