using System.Collections;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary><c>list.Contains(member)</c>.</summary>
internal static class ListContainsRuling
{
    internal static void Apply(RequestDraft draft, ListContainsTerm term, Site site)
    {
        if (term.Item is not MemberTerm member || term.List is not ValueTerm list)
        {
            PredicateRuling.Opaque(draft, term.Item is MemberTerm ? term.List : term.Item, site);
            return;
        }

        if (FieldRuling.Find(draft, member.Path, site) is not { } filter || Read(draft, filter, list, site) is not { } values)
            return;
        if (list.IsKnown && values.Count == 0)
            draft.IsEmpty = true;
        else if (values.Count == 1 && filter.Lists(FilterOperator.Equals))
            draft.Filters.Add(new ComparisonFilter(FilterOperator.Equals, filter.Field, values[0]));
        else if (FieldRuling.Allows(draft, filter, FilterOperator.Any, site))
            draft.Filters.Add(new ComparisonFilter(FilterOperator.Any, filter.Field, new ListValue(values)));
    }

    private static List<FilterValue>? Read(RequestDraft draft, FilterFacts filter, ValueTerm list, Site site)
    {
        if (!list.IsKnown)
            return [new PendingValue(), new PendingValue()];
        if (list.Value is not IEnumerable items)
        {
            draft.Refuse(
                FindingCode.NullInList,
                site,
                "The list is null, so no value can be in it.",
                "Pass a list; an empty one gives an empty answer without a request.");
            return null;
        }

        List<FilterValue> values = [];
        HashSet<FilterValue> seen = [];
        foreach (object? item in items)
        {
            if (ValueRuling.ReadItem(draft, filter, item, site) is not { } value)
                return null;
            if (seen.Add(value))
                values.Add(value);
        }

        return values;
    }
}
