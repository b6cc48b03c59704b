using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary><c>OrderBy</c> and its relatives: one key, from the endpoint's list.</summary>
internal static class OrderByRuling
{
    internal static void Apply(RequestDraft draft, OrderByStage orderBy)
    {
        if (draft.Limit is not null)
        {
            draft.Refuse(
                KlaviyoFindingCode.OperatorOutOfOrder,
                orderBy.Site,
                $"{orderBy.Site.Operator} after Take would sort the rows that Take returns, but Klaviyo sorts before it limits.",
                $"Write {orderBy.Site.Operator} before Take, or sort the limited rows in memory after ToListAsync().");
        }
        else if (draft.Sort is not null || draft.HeaderFilter is not null || orderBy.Site.Operator.StartsWith("ThenBy", StringComparison.Ordinal))
        {
            draft.Refuse(
                KlaviyoFindingCode.SecondSortKey,
                orderBy.Site,
                "Klaviyo sorts by one key only.",
                "Keep the one key that matters, and sort by the other in memory after ToListAsync().");
        }
        else if (Key(draft, orderBy) is { } field)
        {
            draft.Sort = new SortKey(field, orderBy.Descending);
        }
    }

    private static string? Key(RequestDraft draft, OrderByStage orderBy)
    {
        Site site = orderBy.Site.At(orderBy.Key.Fragment);
        string? field = orderBy.Key is MemberTerm { Path.IsRoot: false } member ? member.Path.WireName() : null;
        if (field is not null && draft.Operation.SortKeys.Contains(field))
            return field;
        if (field is not null && (draft.Operation.IsUnchecked || ((MemberTerm)orderBy.Key).Path.Last.Kind == SegmentKind.Named))
        {
            draft.MarkUnchecked(field);
            return field;
        }

        string what = orderBy.Key is MemberTerm { Path.IsRoot: false } known ? Naming.Member(known.Path) : $"'{orderBy.Key.Fragment}'";
        draft.Refuse(
            KlaviyoFindingCode.FieldNotSortable,
            site,
            $"{Naming.Operation(draft.Operation)} cannot sort by {what}.",
            draft.Operation.SortKeys.Count == 0
                ? $"{Naming.Operation(draft.Operation)} has no sort keys. Sort in memory after ToListAsync()."
                : $"{Naming.Operation(draft.Operation)} sorts by {Naming.List(draft.Operation.SortKeys)}.");
        return null;
    }
}
