using KlaviyoLinq.Catalogue;
using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>The 141 operations that are not GET, against the official document and against what was counted on it.</summary>
public sealed class WriteFactsTests
{
    private static readonly OperationFacts[] _endpoints = [.. KlaviyoCatalogue.Newest.Operations];
    private static readonly WriteFacts[] _writes = [.. _endpoints.OfType<WriteFacts>()];

    [DocumentFact]
    public void The_catalogue_holds_what_the_document_says_of_operations_that_write()
    {
        SortedSet<string> document = WriteEntries.Of(RepositoryFacts.Repository.Revision);
        string[] catalogue = [.. _endpoints.Where(endpoint => endpoint is not ReadFacts).SelectMany(Lines).Distinct()];
        document.Count.Should().BeGreaterThan(1500);
        document.Except(catalogue).Should().BeEmpty("the document says it");
        catalogue.Except(document).Should().BeEmpty("the document does not say it");
    }

    [Theory]
    [InlineData("GET", 204)]
    [InlineData("POST", 80)]
    [InlineData("PATCH", 31)]
    [InlineData("DELETE", 30)]
    public void All_345_operations_are_found_by_method_and_path(string method, int count)
    {
        _endpoints.Should().HaveCount(345);
        _endpoints.Where(endpoint => endpoint.Method == method).Should().HaveCount(count)
            .And.OnlyContain(endpoint => ReferenceEquals(KlaviyoCatalogue.Newest.FindOperation(method, endpoint.Path), endpoint));
    }

    [Fact]
    public void A_path_has_an_operation_of_its_own_for_each_method()
    {
        KlaviyoCatalogue catalogue = KlaviyoCatalogue.Newest;
        catalogue.FindOperation("POST", "/api/lists")!.ToString().Should().Be("POST /api/lists");
        catalogue.FindOperation("GET", "/api/lists").Should().BeSameAs(catalogue.FindRead("/api/lists"));
        catalogue.FindOperation("DELETE", "/api/profiles/{id}").Should().BeNull("profiles cannot be deleted");
        catalogue.FindOperation("POST", "/api/metric-aggregates").Should().BeOfType<ReportFacts>();
    }

    [Fact]
    public void The_operations_fall_into_families()
    {
        _endpoints.OfType<ReportFacts>().Should().HaveCount(8);
        _writes.CountBy(write => write.Family.ToString()).ToDictionary().Should().Equal(new Dictionary<string, int>
        {
            ["Create"] = 23, ["Update"] = 25, ["Delete"] = 21, ["Action"] = 8, ["RelationshipReplace"] = 5, ["BulkJob"] = 20, ["OneWayCreate"] = 3,
            ["RelationshipAdd"] = 9, ["RelationshipRemove"] = 9, ["Upload"] = 1, ["Upsert"] = 1, ["Client"] = 8,
        });
    }

    [Fact]
    public void The_operations_answer_with_their_documented_statuses() =>
        _writes.CountBy(write => string.Join('/', write.Statuses)).ToDictionary().Should().Equal(new Dictionary<string, int>
        {
            // The 8 reports, all of which answer 200, make 33.
            ["201"] = 26, ["200"] = 25, ["204"] = 49, ["202"] = 32, ["200/201"] = 1,
        });

    [Fact]
    public void The_operations_fall_into_repeat_classes()
    {
        _writes.CountBy(write => write.Repeat).ToDictionary().Should().Equal(new Dictionary<RepeatClass, int>
        {
            // The 8 reports make 9 that change nothing.
            [RepeatClass.Read] = 1, [RepeatClass.Idempotent] = 85, [RepeatClass.Keyed] = 18, [RepeatClass.Guarded] = 2, [RepeatClass.Repeatable] = 1,
            [RepeatClass.Unsafe] = 26,
        });
    }

    [Fact]
    public void Limits_and_live_deviations_are_those_of_the_evidence()
    {
        var import = (WriteFacts)KlaviyoCatalogue.Newest.FindOperation("POST", "/api/profile-bulk-import-jobs")!;
        (import.MaximumItems, import.ItemsPath, import.MaximumBytes).Should().Be((10000, "attributes.profiles.data", 5_000_000));
        _writes.Where(write => write.UndocumentedStatuses.Count > 0).Select(write => $"{write} {write.UndocumentedStatuses[0]}").Should().Equal(
            "DELETE /api/templates/{id} 200", "POST /api/profile-merge 202", "POST /api/template-clone 200", "POST /api/template-render 200");
        _endpoints.Where(endpoint => endpoint is not ReadFacts).Count(endpoint => endpoint.RateLimit.Daily > 0).Should().Be(16);
    }

    private static IEnumerable<string> Lines(OperationFacts facts)
    {
        yield return $"{facts} is {facts.Id}";
        yield return $"{facts} has the limits {facts.RateLimit.Burst}/s {facts.RateLimit.Steady}/m {facts.RateLimit.Daily}/d";
        yield return $"{facts} needs {string.Join(' ', facts.Scopes)}";
        foreach (string line in facts is WriteFacts write ? Lines(write) : Lines((ReportFacts)facts))
            yield return line;
    }

    private static IEnumerable<string> Lines(ReportFacts report) =>
        [$"{report} answers 200", $"{report} takes {report.ResourceType}", .. Lines($"{report} attributes", report.Attributes, 1)];

    private static IEnumerable<string> Lines(WriteFacts write)
    {
        yield return $"{write} answers {string.Join(' ', write.Statuses)}";
        if (write.ResourceType is not null)
            yield return $"{write} takes {write.ResourceType}{(write.IsMany ? "[]" : "")}";
        if (write.HasId)
            yield return $"{write} takes an id{(write.IdRequired ? ", always" : "")}";
        foreach (BodyRelationshipFacts relationship in write.Relationships)
            yield return $"{write} relates by {relationship.Name} to {relationship.ResourceType}{(relationship.ToMany ? "[]" : "")}{(relationship.Required ? ", always" : "")}";
        foreach (string line in Lines($"{write} attributes", write.Attributes, 1).Concat(Lines($"{write} meta", write.Meta, 1)))
            yield return line;
    }

    private static IEnumerable<string> Lines(string place, IEnumerable<AttributeFacts> members, int depth)
    {
        foreach (AttributeFacts member in members)
        {
            string name = $"{place}.{member.Name}";
            yield return $"{name}{(member.Required ? " required" : "")}{(member.Nullable ? " nullable" : "")}";
            if (depth == MemberDepth.Maximum - 1)
                continue;
            foreach (string line in Lines(name, member.Members.Concat(member.Alternatives.SelectMany(alternative => alternative.Members)), depth + 1))
                yield return line;
        }
    }
}
