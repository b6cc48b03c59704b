using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

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
            $"{filter.Field} lists: {Naming.Operators(filter)}."
            + (filterOperator == FilterOperator.Any && filter.Lists(FilterOperator.Equals) ? " AllowFanOut(n) asks for one value after the other." : ""));
        return false;
    }

    internal static Leaf Leaf(RequestDraft draft, MemberPath path, FilterFacts filter, FilterOperator filterOperator, FilterValue? value, Site site) =>
        new(new ComparisonFilter(filterOperator, filter.Field, value), path, filter, IsNeverNull(draft, path), site);

    /// <summary>Whether every resource has a value in the member. The resource itself is one.</summary>
    internal static bool IsNeverNull(RequestDraft draft, MemberPath path)
    {
        IReadOnlyList<AttributeFacts>? members = draft.Resource(draft.Operation.ResourceType)?.Attributes;
        foreach (PathSegment segment in path.Segments)
        {
            if (segment.Kind == SegmentKind.Id)
                return true;
            if (members?.FirstOrDefault(facts => facts.Name == segment.WireName) is not { Required: true, Nullable: false } attribute)
                return false;
            members = attribute.Members;
        }

        return true;
    }
}
