using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary><c>Contains</c>, <c>StartsWith</c> and <c>EndsWith</c> on a string member.</summary>
internal static class StringMatchRuling
{
    internal static void Apply(RequestDraft draft, StringMatchTerm term, Site site)
    {
        if (term.Target is not MemberTerm member || term.Pattern is not ValueTerm pattern)
        {
            PredicateRuling.Opaque(draft, term.Target is MemberTerm ? term.Pattern : term.Target, site);
            return;
        }

        if (FieldRuling.Find(draft, member.Path, site) is not { } filter)
            return;
        if (term.IgnoresCase)
        {
            draft.Refuse(
                FindingCode.IgnoringCaseNotSupported,
                site,
                "Klaviyo compares strings by their exact characters and cannot ignore case or follow a culture.",
                "Leave the comparison out or use StringComparison.Ordinal; to ignore case, filter in memory: AsAsyncEnumerable().Where(…).");
            return;
        }

        FilterOperator wanted = term.Kind switch
        {
            StringMatchKind.StartsWith => FilterOperator.StartsWith,
            StringMatchKind.EndsWith => FilterOperator.EndsWith,
            _ => FilterOperator.Contains,
        };
        if (FieldRuling.Allows(draft, filter, wanted, site) && ValueRuling.ReadNotNull(draft, filter, pattern, site) is { } literal)
            draft.Filters.Add(new ComparisonFilter(wanted, filter.Field, literal));
    }
}
