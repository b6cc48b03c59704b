using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Predicates;

/// <summary><c>Where</c>: the predicate becomes a condition that must hold along with all others.</summary>
internal static class WhereRuling
{
    internal static void Apply(RequestDraft draft, WhereStage where)
    {
        if (draft.Limit is not null)
        {
            draft.Refuse(
                KlaviyoFindingCode.OperatorOutOfOrder,
                where.Site,
                "Where after Take would filter the rows that Take returns, but Klaviyo filters before it limits.",
                "Write Where before Take, or filter the limited rows in memory: AsAsyncEnumerable().Where(…).");
            return;
        }

        draft.Conditions.Add(PredicateRuling.Read(draft, where.Predicate, where.Site));
    }
}
