using System.Text.Json;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <summary>The distilled facts of every revision hold as much as its document: the numbers were counted on the documents themselves.</summary>
public sealed class RevisionCountTests
{
    /// <summary>
    /// 2022-10-17 has 62 operations; 9 of them stand for the relationships of a resource and become 12 (tags, of which nothing is known, are left out).
    /// 2024-07-15 has 309 filters: the lines of 11 have a space before the colon, and who counts without them finds 298. The last two revisions list more
    /// than their descriptions (420 and 435), because their extension distinguishes single values from lists. Fields are counted by type and name over GET
    /// operations; POST and PATCH of the last two take 37 more (862 and 910).
    /// </summary>
    [Theory]
    [InlineData("2022-10-17", 65, 62, 164, 78, 20, 203)]
    [InlineData("2023-07-15", 99, 99, 192, 96, 36, 264)]
    [InlineData("2024-07-15", 131, 131, 309, 144, 46, 325)]
    [InlineData("2025-07-15", 177, 177, 414, 186, 69, 579)]
    [InlineData("2026-01-15", 177, 177, 419, 186, 66, 737)]
    [InlineData("2026-04-15", 180, 180, 452, 186, 69, 825)]
    [InlineData("2026-07-15", 204, 204, 471, 186, 81, 873)]
    public void A_revision_holds_as_much_as_its_document(string revision, int paths, int operations, int filters, int sortTokens, int includes, int fields)
    {
        KlaviyoSpec spec = Distilled(revision);
        spec.Revision.Should().Be(revision);
        spec.Operations.Select(operation => operation.Path).Should().OnlyHaveUniqueItems().And.HaveCount(paths).And.BeInAscendingOrder(StringComparer.Ordinal);

        // What was one operation in the document is counted once.
        OperationSpec[] documented = [.. spec.Operations.DistinctBy(operation => operation.Id)];
        documented.Should().HaveCount(operations);
        documented.Sum(operation => operation.Filters.Sum(filter => filter.Operators.Count)).Should().Be(filters);
        documented.Sum(operation => operation.SortKeys.Count * 2).Should().Be(sortTokens);
        documented.Sum(operation => operation.Includes.Count).Should().Be(includes);
        spec.Operations.SelectMany(operation => operation.Fieldsets)
            .SelectMany(fieldset => fieldset.Members, (fieldset, member) => (fieldset.ResourceType, member))
            .Distinct().Should().HaveCount(fields);
    }

    [Theory]
    [InlineData("2022-10-17", 10)]
    [InlineData("2023-07-15", 11)]
    [InlineData("2024-07-15", 16)]
    [InlineData("2025-07-15", 22)]
    [InlineData("2026-01-15", 22)]
    [InlineData("2026-04-15", 23)]
    [InlineData("2026-07-15", 23)]
    public void Every_operation_knows_its_scopes_and_its_rate_limit(string revision, int scopes)
    {
        KlaviyoSpec spec = Distilled(revision);
        spec.Operations.Where(operation => operation.Path.StartsWith("/api/", StringComparison.Ordinal))
            .Should().OnlyContain(operation => operation.Scopes.Count > 0);
        spec.Operations.Should().OnlyContain(operation => operation.RateLimit.Burst > 0 && operation.RateLimit.Steady > operation.RateLimit.Burst);
        spec.Operations.SelectMany(operation => operation.Scopes).Distinct().Should().HaveCount(scopes);
    }

    [DocumentFact]
    public void The_46_scopes_of_the_document_are_the_23_of_the_facts_and_23_for_what_writes()
    {
        using FileStream stream = File.OpenRead(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, RepositoryFacts.Repository.Revision));
        using JsonDocument document = JsonDocument.Parse(stream);
        string[] all =
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
                .Where(operation => operation.Value.ValueKind == JsonValueKind.Object && operation.Value.TryGetProperty("x-klaviyo-scopes", out _))
                .SelectMany(operation => operation.Value.GetProperty("x-klaviyo-scopes").EnumerateArray()).Select(scope => scope.GetString()!).Distinct(),
        ];
        all.Should().HaveCount(46);
        all.Except(RepositoryFacts.Distilled.Operations.SelectMany(operation => operation.Scopes))
            .Should().HaveCount(23).And.OnlyContain(scope => scope.EndsWith(":write", StringComparison.Ordinal));
    }

    private static KlaviyoSpec Distilled(string revision) => SpecFile.Parse(RepositoryFacts.Repository.Read(Repository.SpecPathOf(revision))!);
}
