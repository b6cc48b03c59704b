using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary>Decides whether an endpoint can filter by a member, and with which operator.</summary>
internal static class FieldRuling
{
    /// <summary>The filter field that the path means at this endpoint, or null with a finding.</summary>
    internal static FilterFacts? Find(RequestDraft draft, MemberPath path, Site site)
    {
        FilterFacts? filter = FieldResolution.Find(draft, path);
        if (filter is null)
        {
            draft.Refuse(
                KlaviyoFindingCode.FieldNotFilterable,
                site,
                $"{Naming.Operation(draft.Operation)} cannot filter by {Naming.Member(path)}.",
                FieldAdvice.Advice(draft, path));
        }

        return filter;
    }

    /// <summary>Returns true when the field lists the operator; otherwise adds a finding.</summary>
    internal static bool Allows(RequestDraft draft, FilterFacts filter, FilterOperator filterOperator, Site site)
    {
        if (filter.Lists(filterOperator))
            return true;
        draft.Refuse(
            KlaviyoFindingCode.OperatorNotListed,
            site,
            $"{Naming.Operation(draft.Operation)} filters by {filter.Field}, but not with {FieldAdvice.Symbol(filterOperator)} ({filterOperator.WireName()}).",
            $"{filter.Field} supports {FieldAdvice.Operators(filter)}. " + Nearest(filter, filterOperator));
        return false;
    }

    private static string Nearest(FilterFacts filter, FilterOperator wanted) => wanted switch
    {
        FilterOperator.Any when filter.Lists(FilterOperator.Equals) => "Allow one request for each value: AllowFanOut(n).",
        FilterOperator.GreaterOrEqual when filter.Lists(FilterOperator.GreaterThan) => "Write > instead of >=.",
        FilterOperator.LessOrEqual when filter.Lists(FilterOperator.LessThan) => "Write < instead of <=.",
        FilterOperator.GreaterThan when filter.Lists(FilterOperator.GreaterOrEqual) => "Write >= with the next value instead of >.",
        FilterOperator.LessThan when filter.Lists(FilterOperator.LessOrEqual) => "Write <= with the value before instead of <.",
        FilterOperator.Equals when filter.Lists(FilterOperator.GreaterOrEqual) && filter.Lists(FilterOperator.LessOrEqual) =>
            "Write both bounds: >= value and <= value, joined by &&.",
        FilterOperator.StartsWith or FilterOperator.EndsWith when filter.Lists(FilterOperator.Contains) => "Write Contains and check the rows in memory.",
        FilterOperator.Equals when filter.Lists(FilterOperator.Contains) => "Write Contains and check the rows in memory.",
        _ => "Filter in memory: AsAsyncEnumerable().Where(…).",
    };

    internal static Leaf Leaf(RequestDraft draft, MemberPath path, FilterFacts filter, FilterOperator filterOperator, FilterValue? value, Site site) =>
        new(new ComparisonFilter(filterOperator, filter.Field, value), path, filter, IsNeverNull(draft, path), site);

    /// <summary>Returns true when every resource has a value in the member. The resource itself is such a value.</summary>
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
