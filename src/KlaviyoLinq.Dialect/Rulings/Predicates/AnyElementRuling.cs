using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary><c>collection.Any(predicate)</c> over a relationship or an attribute that is an array.</summary>
internal static class AnyElementRuling
{
    internal static Condition Read(RequestDraft draft, AnyElementTerm term, Site site)
    {
        if (term.Predicate is { } written && Guard.Without(written) is var predicate)
            return IsOfOneElement(predicate) ? PredicateRuling.Read(draft, predicate, site) : PredicateRuling.Opaque(draft, predicate, site);
        if (FieldResolution.FindPresence(draft, term.Collection) is { } filter)
            return FieldRuling.Leaf(draft, term.Collection, filter, FilterOperator.Has, null, site);
        return draft.Refuse(
            KlaviyoFindingCode.FieldNotFilterable,
            site,
            $"{Naming.Operation(draft.Operation)} cannot ask whether {Naming.Member(term.Collection)} has elements.",
            FieldAdvice.Advice(draft, term.Collection));
    }

    // Conditions joined by && must hold for the same element, which two filters do not promise; and an element that is not x is not the
    // absence of x. Alternatives are fine: any element that is a or b is any that is a, or any that is b.
    private static bool IsOfOneElement(Term predicate) => predicate switch
    {
        OrTerm or => IsOfOneElement(or.Left) && IsOfOneElement(or.Right),
        AndTerm or NotTerm or AnyElementTerm => false,
        ComparisonTerm comparison => comparison.Kind != ComparisonKind.NotEqual && comparison is not { Right: ValueTerm { IsKnown: true, Value: null } },
        _ => true,
    };
}
