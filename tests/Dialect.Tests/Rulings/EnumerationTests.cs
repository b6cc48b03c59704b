using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Rulings.Predicates;
using static KlaviyoLinq.Dialect.Tests.Written;

namespace KlaviyoLinq.Dialect.Tests.Rulings;

/// <summary>Filter fields with documented values.</summary>
public sealed class EnumerationTests
{
    private const string Jobs = "/api/profile-bulk-import-jobs";

    /// <summary>Every such field of every revision, by the path of its operation.</summary>
    public static TheoryData<string, string, string> Fields
    {
        get
        {
            TheoryData<string, string, string> fields = [];
            foreach (KlaviyoCatalogue catalogue in KlaviyoCatalogue.Known)
                foreach (ReadFacts operation in catalogue.Reads)
                    foreach (FilterFacts filter in operation.Filters.Where(filter => filter.Values.Count > 0))
                        fields.Add(catalogue.Revision, operation.Path, filter.Field);
            return fields;
        }
    }

    public static TheoryData<string> Revisions => [.. KlaviyoCatalogue.Known.Select(catalogue => catalogue.Revision)];

    [Fact]
    public void A_value_that_the_resource_has_and_the_filter_does_not_take_is_refused_by_name()
    {
        KlaviyoFinding finding = Refusal(Jobs, Where(Attribute("status").Is("cancelled")));

        finding.Code.Should().Be(KlaviyoFindingCode.ValueNotListed);
        finding.Reason.Should().Contain("cancelled");
        finding.Advice.Should().Contain("queued, processing, complete");
        Refusal(Jobs, Where(Attribute("status").In("complete", "cancelled"))).Code.Should().Be(KlaviyoFindingCode.ValueNotListed);
        Refusal(Jobs, Where(Attribute("status").Compare(ComparisonKind.NotEqual, "cancelled"))).Code.Should().Be(KlaviyoFindingCode.ValueNotListed);
    }

    [Fact]
    public void An_unknown_value_is_sent_as_unchecked()
    {
        Ruling ruling = Ruling(Jobs, Where(Attribute("status").In("complete", "paused", "paused")));

        RequestOf(ruling).Should().Contain("any(status,[\"complete\",\"paused\"])");
        ruling.Request!.Unchecked.Should().Equal("status \"paused\"");
    }

    [Theory]
    [MemberData(nameof(Revisions))]
    public void The_type_of_an_action_is_written_as_the_filter_accepts_it(string revision)
    {
        KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(revision)!;
        ReadFacts actions = catalogue.FindRead("/api/flows/{id}/flow-actions")!;
        RequestDraft draft = new(actions, catalogue, FilterGrammar.Published) { Query = new Site("", "", KlaviyoCallSite.Unknown) };
        FilterFacts type = actions.FindFilter("action_type")!;
        Site site = new("Where", "…", KlaviyoCallSite.Unknown);

        ValueRuling.Read(draft, type, Value("SEND_EMAIL"), site).Should().NotBeNull();
        draft.Findings.Should().BeEmpty();
        ValueRuling.Read(draft, type, Value("send-email"), site).Should().BeNull();
        draft.Findings.Should().ContainSingle().Which.Advice.Should().Contain("SEND_EMAIL");
    }

    [Fact]
    public void A_value_that_the_filter_takes_is_checked() => Ruling(Jobs, Where(Attribute("status").Is("complete"))).Request!.Unchecked.Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_field_takes_its_documented_values_and_marks_any_other(string revision, string path, string field)
    {
        KlaviyoCatalogue catalogue = KlaviyoCatalogue.For(revision)!;
        FilterFacts filter = catalogue.FindRead(path)!.FindFilter(field)!;
        foreach (string value in filter.Values)
            Unchecked(value).Should().BeEmpty();

        Unchecked("of next year").Should().ContainSingle().Which.Should().Be($"{field} \"of next year\"");

        IReadOnlyList<string> Unchecked(string value)
        {
            RequestDraft draft = new(catalogue.FindRead(path)!, catalogue, FilterGrammar.Published) { Query = new Site("", "", KlaviyoCallSite.Unknown) };
            Site site = new("Where", "…", KlaviyoCallSite.Unknown);
            ValueRuling.Read(draft, filter, Value(value), site).Should().NotBeNull();
            return draft.Unchecked;
        }
    }
}
