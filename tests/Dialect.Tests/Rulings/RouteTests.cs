using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Wire;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

public sealed class RouteTests
{
    [Fact]
    public void The_only_condition_on_an_id_that_is_not_filterable_is_the_path()
    {
        Request("/api/metrics", Where(Id.Is("M 1"))).Should().Be("/api/metrics/M 1");
        Request("/api/profiles", Where(Id.Is("P1"))).Should().Be("/api/profiles?filter=equals(id,\"P1\")&page[size]=100");
        Request("/api/profiles", Where(Id.Is("P1")), Include(Relationship("lists"))).Should().Be("/api/profiles/P1?include=lists");
    }

    [Fact]
    public void Where_no_operation_can_answer_the_findings_of_the_written_one_are_reported()
    {
        Refusal("/api/profiles", Where(Id.Is("P1")), OrderBy(Attribute("locale"))).Reason.Should().StartWith("GET /api/profiles cannot sort");
        Refusal("/api/metrics", Where(Id.Is("M1")), OrderBy(Attribute("name"))).Reason.Should().StartWith("GET /api/metrics/{id} cannot sort");
    }

    [Fact]
    public void A_value_that_the_analyzer_cannot_know_leaves_the_template()
    {
        ValueTerm unknown = new(null, isKnown: false, "id");
        Request("/api/metrics", Where(new ComparisonTerm(ComparisonKind.Equal, Id, unknown, "m.Id == id"))).Should().Be("/api/metrics/{id}");
    }

    [Fact]
    public void A_condition_after_a_limit_is_not_used_for_the_path() =>
        Refusal("/api/metrics", Take(3), Where(Id.Is("M1"))).Code.Should().Be(KlaviyoFindingCode.OperatorOutOfOrder);

    [Fact]
    public void Every_relationship_that_has_both_operations_takes_the_shorter_one_for_ids()
    {
        foreach (ReadFacts related in KlaviyoCatalogue.Newest.Reads.Where(o => o is { ParentType: not null, IdentifiersOnly: false }))
        {
            string identifiers = related.Path.Insert(related.Path.LastIndexOf('/'), "/relationships");
            string expected = KlaviyoCatalogue.Newest.FindRead(identifiers) is null ? related.Path : identifiers;
            if (!related.FilterRequired)
                Of(related.Path, "X", Select(Id)).Operation.Path.Should().Be(expected);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_id_that_would_be_another_path_is_refused(string id) =>
        Ruled("/api/lists/{id}/profiles", id).Findings.Should().ContainSingle().Which.Code.Should().Be(KlaviyoFindingCode.IdNotSendable);

    [Fact]
    public void An_id_with_half_of_a_surrogate_pair_is_refused()
    {
        Ruled("/api/lists/{id}/profiles", "\ud83dx").Findings.Should().ContainSingle().Which.Code.Should().Be(KlaviyoFindingCode.IdNotSendable);
        Ruled("/api/lists/{id}/profiles", "\ude00").Findings.Should().ContainSingle().Which.Code.Should().Be(KlaviyoFindingCode.IdNotSendable);
        Of("/api/lists/{id}/profiles", "\ud83d\ude00").Should().NotBeNull();
    }

    [Fact]
    public void No_id_reaches_beyond_its_segment()
    {
        foreach (char c in Enumerable.Range(0, 0xD800).Select(code => (char)code))
        {
            string path = RequestWriter.Write(Of("/api/lists/{id}/tags", $"{c}{c}{c}"));
            string segment = path["/api/lists/".Length..^"/tags".Length];
            segment.Should().MatchRegex("^[A-Za-z0-9_.~%-]+$");
            Uri.UnescapeDataString(segment).Should().Be($"{c}{c}{c}");
        }
    }

    private static KlaviyoLinq.Requests.KlaviyoRequest Of(string path, string id, params Stage[] stages) => Ruled(path, id, stages).Request!;

    private static Ruling Ruled(string path, string id, params Stage[] stages) => Judge.Rule(
        new QueryForm(path, stages, TerminalKind.Sequence)
        {
            Key = new ResourceKey(new ValueTerm(id, true, "id"), new Site("Find", "id", KlaviyoCallSite.Unknown)),
        },
        KlaviyoCatalogue.Newest);
}
