using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Operators;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary><c>Reverse</c> reverses the sort. Without a sort there is no order to reverse, and a limit must come after it.</summary>
internal static class ReverseRuling
{
    internal static void Apply(RequestDraft draft, ReverseStage reverse)
    {
        string name = reverse.Site.Operator;
        if (draft.Limit is not null)
        {
            draft.Refuse(
                KlaviyoFindingCode.OperatorOutOfOrder,
                reverse.Site,
                $"{name} after Take would start at the last of the rows that Take returns, but Klaviyo sorts before it limits.",
                "Read the limited rows with ToListAsync() and continue in memory.");
        }
        else if (draft.Sort is { } sort)
        {
            draft.Sort = new SortKey(sort.Field, !sort.Descending);
        }
        else if (!draft.Findings.Any(IsOfSort))
        {
            OperatorRuling.Refuse(draft, reverse);
        }
    }

    // A sort that was refused is reason enough; that it is missing would not be true.
    private static bool IsOfSort(KlaviyoFinding finding) => finding.Code is KlaviyoFindingCode.FieldNotSortable or KlaviyoFindingCode.SecondSortKey;
}
