using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>One condition of a <c>Where</c>, whatever its shape.</summary>
internal static class PredicateRuling
{
    internal static void Apply(RequestDraft draft, Term term, Site site)
    {
        Site here = site.At(term.Fragment);
        switch (term)
        {
            case AndTerm and:
                Apply(draft, and.Left, site);
                Apply(draft, and.Right, site);
                break;
            case ComparisonTerm comparison:
                ComparisonRuling.Apply(draft, comparison, here);
                break;
            case MemberTerm member:
                ApplyFlag(draft, member, true, here);
                break;
            case NotTerm { Operand: MemberTerm member }:
                ApplyFlag(draft, member, false, here);
                break;
            case StringMatchTerm match:
                StringMatchRuling.Apply(draft, match, here);
                break;
            case ListContainsTerm contains:
                ListContainsRuling.Apply(draft, contains, here);
                break;
            case AnyElementTerm any:
                AnyElementRuling.Apply(draft, any, here);
                break;
            case ValueTerm { IsKnown: false } or ValueTerm { Value: true }:
                break;
            case ValueTerm { Value: false }:
                draft.IsEmpty = true;
                break;
            case OrTerm:
                draft.Refuse(
                    FindingCode.DisjunctionNotSupported,
                    here,
                    "Klaviyo joins conditions with 'and' only; its filter language has no 'or'.",
                    "Test one field against several values with list.Contains(x.Field) where the field lists 'any', or run one query per alternative.");
                break;
            case NotTerm:
                draft.Refuse(
                    FindingCode.NegationNotSupported,
                    here,
                    "Klaviyo's filter language has no 'not'.",
                    "State what must hold instead, or filter in memory: AsAsyncEnumerable().Where(…).");
                break;
            default:
                Opaque(draft, term, site);
                break;
        }
    }

    internal static void Opaque(RequestDraft draft, Term term, Site site) => OpaqueRuling.Refuse(draft, term, site);

    private static void ApplyFlag(RequestDraft draft, MemberTerm member, bool value, Site site)
    {
        if (FieldRuling.Find(draft, member.Path, site) is not { } filter)
            return;
        if (filter.Kind != ValueKind.Boolean)
            Opaque(draft, member, site);
        else if (FieldRuling.Allows(draft, filter, FilterOperator.Equals, site))
            draft.Filters.Add(new ComparisonFilter(FilterOperator.Equals, filter.Field, new BooleanValue(value)));
    }
}
