using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary><c>collection.Any(predicate)</c> over a relationship or an attribute that is an array.</summary>
internal static class AnyElementRuling
{
    internal static void Apply(RequestDraft draft, AnyElementTerm term, Site site)
    {
        switch (term.Predicate)
        {
            case null when FieldResolution.FindPresence(draft, term.Collection) is { } filter:
                draft.Filters.Add(new ComparisonFilter(FilterOperator.Has, filter.Field, null));
                break;
            case null:
                draft.Refuse(
                    FindingCode.FieldNotFilterable,
                    site,
                    $"{Naming.Endpoint(draft.Operation)} cannot ask whether {Naming.Member(term.Collection)} has elements.",
                    Naming.Filters(draft.Operation));
                break;

            // Two conditions inside one Any must hold for the same element, which two Klaviyo filters do not promise.
            case AndTerm and:
                PredicateRuling.Opaque(draft, and, site);
                break;
            case { } predicate:
                PredicateRuling.Apply(draft, predicate, site);
                break;
        }
    }
}
