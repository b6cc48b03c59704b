using System.Collections;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary><c>list.Contains(member)</c>.</summary>
internal static class ListContainsRuling
{
    internal static Condition Read(RequestDraft draft, ListContainsTerm term, Site site)
    {
        if (term is { List: MemberTerm { Path.IsRoot: false } searched, Item: ValueTerm })
        {
            return draft.Refuse(
                KlaviyoFindingCode.PredicateNotTranslatable,
                site,
                $"{Naming.Member(searched.Path)} is a list, and Klaviyo's filters cannot search lists inside resources.",
                $"Filter in memory: AsAsyncEnumerable().Where(x => x.{searched.Path.MemberNames}.Contains(value)).");
        }

        if (term.Item is not MemberTerm member || term.List is not ValueTerm list)
            return PredicateRuling.Opaque(draft, term.Item is MemberTerm ? term.List : term.Item, site);
        if (FieldRuling.Find(draft, member.Path, site) is not { } filter || Read(draft, filter, list, site, out int? slot) is not { } values)
            return new Refused(site);
        if (list.IsKnown && values.Count == 0)
            return new Constant(false, site);
        if (values.Count == 1 && filter.Lists(FilterOperator.Equals))
            return FieldRuling.Leaf(draft, member.Path, filter, FilterOperator.Equals, values[0] with { Slot = slot }, site);

        // Where the field takes one value at a time, several values are alternatives, for those who can send alternatives.
        bool canAlternate = filter.Lists(FilterOperator.Equals) && (draft.FanOut is not null || draft.Grammar == FilterGrammar.Overview2022);
        if (!filter.Lists(FilterOperator.Any) && canAlternate)
            return new Either([.. values.Select(value => FieldRuling.Leaf(draft, member.Path, filter, FilterOperator.Equals, value, site))], site);
        return FieldRuling.Allows(draft, filter, FilterOperator.Any, site)
            ? FieldRuling.Leaf(draft, member.Path, filter, FilterOperator.Any, new ListValue(values) { Slot = slot }, site)
            : new Refused(site);
    }

    private static List<FilterValue>? Read(RequestDraft draft, FilterFacts filter, ValueTerm list, Site site, out int? slot)
    {
        slot = filter.Kind == ValueKind.Integer && list.Value is IEnumerable<object> ? null : list.Slot;
        if (!list.IsKnown)
            return [new PendingValue(), new PendingValue()];
        if (list.Value is not IEnumerable items)
        {
            draft.Refuse(
                KlaviyoFindingCode.NullInList,
                site,
                "The list is null, so no value can be in it.",
                "Pass a list; an empty list returns no rows, without a request.");
            return null;
        }

        List<FilterValue> values = [];
        HashSet<FilterValue> seen = [];
        foreach (object? item in items)
        {
            slot = ValueRuling.Slot(draft, filter, item, slot);

            // No whole number is equal to one with a fraction.
            if (filter.Kind == ValueKind.Integer && WholeNumber.Of(item) is { IsNone: true })
                continue;
            if (ValueRuling.ReadItem(draft, filter, item, site) is not { } value)
                return null;
            if (seen.Add(value))
                values.Add(value);
        }

        return values;
    }
}
