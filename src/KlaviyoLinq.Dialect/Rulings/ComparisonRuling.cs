using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary><c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> between a member and a value.</summary>
internal static class ComparisonRuling
{
    internal static void Apply(RequestDraft draft, ComparisonTerm term, Site site)
    {
        switch (term.Left, term.Right)
        {
            case (MemberTerm member, ValueTerm value):
                Apply(draft, member.Path, term.Kind, value, site);
                break;
            case (ValueTerm value, MemberTerm member):
                Apply(draft, member.Path, Mirrored(term.Kind), value, site);
                break;
            case (MemberTerm, MemberTerm):
                draft.Refuse(
                    FindingCode.FieldsCompared,
                    site,
                    "Klaviyo compares a field with a value, not with another field.",
                    "Compare with a value, or filter in memory: AsAsyncEnumerable().Where(…).");
                break;
            default:
                PredicateRuling.Opaque(draft, term.Left is MemberTerm or ValueTerm ? term.Right : term.Left, site);
                break;
        }
    }

    private static void Apply(RequestDraft draft, MemberPath path, ComparisonKind kind, ValueTerm value, Site site)
    {
        if (value is { IsKnown: true, Value: null })
        {
            NullRuling.Apply(draft, path, kind, site);
            return;
        }

        if (FieldRuling.Find(draft, path, site) is not { } filter)
            return;
        if (kind == ComparisonKind.NotEqual)
        {
            draft.Refuse(
                FindingCode.NegationNotSupported,
                site,
                "Klaviyo's filter language has no 'not', so it cannot ask for what differs from a value.",
                "State what must hold instead, or filter in memory: AsAsyncEnumerable().Where(…).");
            return;
        }

        FilterOperator wanted = Wanted(kind);

        // any(id,["x"]) says exactly what equals(id,"x") says, for the fields that list only 'any'.
        if (wanted == FilterOperator.Equals && !filter.Lists(FilterOperator.Equals) && filter.Lists(FilterOperator.Any))
            wanted = FilterOperator.Any;
        if (!FieldRuling.Allows(draft, filter, wanted, site) || ValueRuling.Read(draft, filter, value, site) is not { } literal)
            return;
        draft.Filters.Add(new ComparisonFilter(wanted, filter.Field, wanted == FilterOperator.Any ? new ListValue([literal]) : literal));
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
