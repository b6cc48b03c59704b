using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>
/// One part of a predicate, whatever its shape, as a condition. What cannot be compared is refused here; how conditions combine is ruled on later.
/// </summary>
internal static class PredicateRuling
{
    internal static Condition Read(RequestDraft draft, Term term, Site site)
    {
        Site here = site.At(term.Fragment);
        return term switch
        {
            AndTerm and => new All([Read(draft, and.Left, site), Read(draft, and.Right, site)], here),
            OrTerm or => new Either([Read(draft, or.Left, site), Read(draft, or.Right, site)], here),

            // `!x.Flag` compiles only where there is a value, so its opposite is exact.
            NotTerm { Operand: MemberTerm member } => Flag(draft, member, false, here),
            NotTerm not => new Negation(Read(draft, not.Operand, site), here),
            MemberTerm member => Flag(draft, member, true, here),
            ComparisonTerm comparison => About(ComparisonRuling.Read(draft, comparison, here), comparison.Left, comparison.Right),
            StringMatchTerm match => About(StringMatchRuling.Read(draft, match, here), match.Target),
            ListContainsTerm contains => About(ListContainsRuling.Read(draft, contains, here), contains.Item),
            AnyElementTerm any => AnyElementRuling.Read(draft, any, here),
            ValueTerm { Value: bool known } => new Constant(known, here),
            ValueTerm { IsKnown: false } => new Constant(true, here),
            _ => Opaque(draft, term, site),
        };
    }

    internal static Refused Opaque(RequestDraft draft, Term term, Site site) => OpaqueRuling.Refuse(draft, term, site);

    // A refusal says which member it is about, so that a guard of the same member is not refused on top of it.
    private static Condition About(Condition condition, params Term[] operands) =>
        condition is Refused && operands.OfType<MemberTerm>().FirstOrDefault() is { } member ? new Refused(condition.Site, member.Path) : condition;

    private static Condition Flag(RequestDraft draft, MemberTerm member, bool value, Site site)
    {
        if (FieldRuling.Find(draft, member.Path, site) is not { } filter)
            return new Refused(site);
        if (filter.Kind != ValueKind.Boolean)
            return Opaque(draft, member, site);
        return FieldRuling.Allows(draft, filter, FilterOperator.Equals, site)
            ? FieldRuling.Leaf(draft, member.Path, filter, FilterOperator.Equals, new BooleanValue(value), site)
            : new Refused(site);
    }
}
