using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary><c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> between a member and a value.</summary>
internal static class ComparisonRuling
{
    internal static Condition Read(RequestDraft draft, ComparisonTerm term, Site site)
    {
        switch (term.Left, term.Right)
        {
            case (MemberTerm member, ValueTerm value):
                return Read(draft, member.Path, term.Kind, value, site);
            case (ValueTerm value, MemberTerm member):
                return Read(draft, member.Path, Mirrored(term.Kind), value, site);
            case (MemberTerm, MemberTerm):
                return draft.Refuse(
                    KlaviyoFindingCode.FieldsCompared,
                    site,
                    "Klaviyo compares a field with a value, not with another field.",
                    "Compare with a value, or filter in memory: AsAsyncEnumerable().Where(…).");
            default:
                return PredicateRuling.Opaque(draft, term.Left is MemberTerm or ValueTerm ? term.Right : term.Left, site);
        }
    }

    private static Condition Read(RequestDraft draft, MemberPath path, ComparisonKind kind, ValueTerm value, Site site)
    {
        if (value is { IsKnown: true, Value: null })
            return NullRuling.Read(draft, path, kind, site);
        if (path.IsRoot || path.Last.Kind == SegmentKind.Relationship)
            return RefuseObjects(draft, path, site);
        if (kind == ComparisonKind.NotEqual)
            return new Negation(Read(draft, path, ComparisonKind.Equal, value, site), site);
        if (FieldRuling.Find(draft, path, site) is not { } filter)
            return new Refused(site);
        if (WholeNumberRuling.Read(draft, path, kind, filter, value, site) is { } decided)
            return decided;

        FilterOperator wanted = Wanted(kind);

        // any(id,["x"]) says exactly what equals(id,"x") says, for the fields that list only 'any'.
        if (wanted == FilterOperator.Equals && !filter.Lists(FilterOperator.Equals) && filter.Lists(FilterOperator.Any))
            wanted = FilterOperator.Any;
        if (!FieldRuling.Allows(draft, filter, wanted, site) || ValueRuling.Read(draft, filter, value, site) is not { } literal)
            return new Refused(site);
        return FieldRuling.Leaf(draft, path, filter, wanted, wanted == FilterOperator.Any ? new ListValue([literal]) : literal, site);
    }

    // C# compares objects by reference, and no resource that Klaviyo sends is the author's object.
    private static Refused RefuseObjects(RequestDraft draft, MemberPath path, Site site)
    {
        string member = path.IsRoot ? "x" : "x." + path.MemberNames;
        return draft.Refuse(
            KlaviyoFindingCode.PredicateNotTranslatable,
            site,
            $"{(path.IsRoot ? "The resource" : path.MemberNames)} is compared with an object, and Klaviyo compares values.",
            $"Compare the ids: {member}.Id == other.Id.");
    }

    private static FilterOperator Wanted(ComparisonKind kind) => kind switch
    {
        ComparisonKind.Equal => FilterOperator.Equals,
        ComparisonKind.LessThan => FilterOperator.LessThan,
        ComparisonKind.LessOrEqual => FilterOperator.LessOrEqual,
        ComparisonKind.GreaterThan => FilterOperator.GreaterThan,
        ComparisonKind.GreaterOrEqual => FilterOperator.GreaterOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static ComparisonKind Mirrored(ComparisonKind kind) => kind switch
    {
        ComparisonKind.LessThan => ComparisonKind.GreaterThan,
        ComparisonKind.LessOrEqual => ComparisonKind.GreaterOrEqual,
        ComparisonKind.GreaterThan => ComparisonKind.LessThan,
        ComparisonKind.GreaterOrEqual => ComparisonKind.LessOrEqual,
        _ => kind,
    };
}
