using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings;

/// <summary>Whether an endpoint can filter by a member, and with which operator.</summary>
internal static class FieldRuling
{
    /// <summary>The filter field that the path means at this endpoint, or null with a finding.</summary>
    internal static FilterFacts? Find(RequestDraft draft, MemberPath path, Site site)
    {
        FilterFacts? filter = FieldResolution.Find(draft, path);
        if (filter is null)
        {
            draft.Refuse(
                FindingCode.FieldNotFilterable,
                site,
                $"{Naming.Endpoint(draft.Operation)} cannot filter by {Naming.Member(path)}.",
                Naming.Filters(draft.Operation));
        }

        return filter;
    }

    /// <summary>Whether the field lists the operator; a finding says so when it does not.</summary>
    internal static bool Allows(RequestDraft draft, FilterFacts filter, FilterOperator filterOperator, Site site)
    {
        if (filter.Lists(filterOperator))
            return true;
        draft.Refuse(
            FindingCode.OperatorNotListed,
            site,
            $"{Naming.Endpoint(draft.Operation)} filters by {filter.Field}, but not with {filterOperator.WireName()}.",
            $"{filter.Field} lists: {Naming.Operators(filter)}.");
        return false;
    }
}
