using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary><c>Contains</c>, <c>StartsWith</c> and <c>EndsWith</c> on a string member.</summary>
internal static class StringMatchRuling
{
    internal static Condition Read(RequestDraft draft, StringMatchTerm term, Site site)
    {
        if (term.Target is not MemberTerm member || term.Pattern is not ValueTerm pattern)
            return PredicateRuling.Opaque(draft, term.Target is MemberTerm ? term.Pattern : term.Target, site);
        if (FieldRuling.Find(draft, member.Path, site) is not { } filter)
            return new Refused(site);
        if (term.IgnoresCase)
        {
            return draft.Refuse(
                KlaviyoFindingCode.IgnoringCaseNotSupported,
                site,
                "Klaviyo compares strings by their exact characters and cannot ignore case or follow a culture.",
                "Leave the comparison out or use StringComparison.Ordinal; to ignore case, filter in memory: AsAsyncEnumerable().Where(…).");
        }

        FilterOperator wanted = term.Kind switch
        {
            StringMatchKind.StartsWith => FilterOperator.StartsWith,
            StringMatchKind.EndsWith => FilterOperator.EndsWith,
            _ => FilterOperator.Contains,
        };
        return FieldRuling.Allows(draft, filter, wanted, site) && ValueRuling.ReadNotNull(draft, filter, pattern, site) is { } literal
            ? FieldRuling.Leaf(draft, member.Path, filter, wanted, literal, site)
            : new Refused(site);
    }
}
