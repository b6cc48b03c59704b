using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Dialect.Tests;

/// <summary>Writes query forms by hand, as a witness would bring them.</summary>
internal static class Written
{
    internal static Ruling Ruling(string path, params Stage[] stages) => Judged(path, TerminalKind.Sequence, stages);

    internal static Ruling Judged(string path, TerminalKind terminal, params Stage[] stages) =>
        Judge.Rule(new QueryForm(path, stages, terminal), KlaviyoCatalogue.Newest);

    /// <summary>The request that the stages become, decoded for reading.</summary>
    internal static string Request(string path, params Stage[] stages) => RequestOf(Ruling(path, stages));

    internal static string RequestOf(Ruling ruling)
    {
        ruling.Findings.Should().BeEmpty();
        return Uri.UnescapeDataString(RequestWriter.Write(ruling.Request!));
    }

    /// <summary>The only finding of the stages.</summary>
    internal static KlaviyoFinding Refusal(string path, params Stage[] stages)
    {
        Ruling ruling = Ruling(path, stages);
        ruling.Request.Should().BeNull();
        return ruling.Findings.Should().ContainSingle().Subject;
    }

    internal static WhereStage Where(Term predicate) => new(predicate, Site("Where", predicate.Fragment));

    internal static OrderByStage OrderBy(Term key, bool descending = false) =>
        new(key, descending, Site(descending ? "OrderByDescending" : "OrderBy", key.Fragment));

    internal static SelectStage Select(params MemberTerm[] reads) => new(reads, Site("Select", "…"));

    internal static IncludeStage Include(Term navigation) => new(navigation, Site("Include", navigation.Fragment));

    internal static AdditionalFieldsStage AdditionalFields(Term member) => new(member, Site("AdditionalFields", member.Fragment));

    internal static TakeStage Take(int count) => new(Value(count), Site("Take", $"{count}"));

    internal static PageSizeStage PageSize(int size) => new(Value(size), Site("PageSize", $"{size}"));

    internal static ResumeStage Resume() => new(Site("ResumeFrom", "checkpoint"));

    internal static UnknownStage Unknown(string name) => new(Site(name, ""));

    internal static ComparisonTerm Is(this Term left, object? value) => Compare(left, ComparisonKind.Equal, value);

    internal static ComparisonTerm Compare(this Term left, ComparisonKind kind, object? value) => new(kind, left, Value(value), $"{left.Fragment} ? {value}");

    internal static ListContainsTerm In(this Term item, params object?[] values) => new(Value(values), item, $"list.Contains({item.Fragment})");

    internal static StringMatchTerm Match(this Term target, StringMatchKind kind, object? pattern, bool ignoresCase = false) =>
        new(kind, target, Value(pattern), ignoresCase, $"{target.Fragment}.{kind}(…)");

    internal static ValueTerm Value(object? value) => new(value, true, "value");

    internal static MemberTerm Whole { get; } = new(MemberPath.Root, "x");

    internal static MemberTerm Id { get; } = Member(new PathSegment(SegmentKind.Id, "id", "Id"));

    internal static MemberTerm Attribute(string wireName) =>
        Member([.. wireName.Split('.').Select(name => new PathSegment(SegmentKind.Attribute, name, name))]);

    internal static MemberTerm FilterOnly(string field) => Member(new PathSegment(SegmentKind.FilterOnly, field, field));

    internal static MemberTerm RelationshipId(string name) => Member(new PathSegment(SegmentKind.RelationshipId, name, name + "Id"));

    internal static MemberTerm Relationship(string name, params PathSegment[] then) => Member([new PathSegment(SegmentKind.Relationship, name, name), .. then]);

    internal static PathSegment Then(string attribute) => new(SegmentKind.Attribute, attribute, attribute);

    private static MemberTerm Member(params PathSegment[] segments) =>
        new(new MemberPath(segments), "x." + string.Join(".", segments.Select(segment => segment.MemberName)));

    private static Site Site(string name, string fragment) => new(name, fragment, KlaviyoCallSite.Unknown);
}
