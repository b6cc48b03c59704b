using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Operators;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary><c>Take</c>: a limit over all pages. As in LINQ, zero or less is an empty answer.</summary>
internal static class TakeRuling
{
    internal static void Apply(RequestDraft draft, TakeStage take)
    {
        if (!take.Count.IsKnown)
            return;
        if (take.Count.Value is not int count)
            OperatorRuling.Refuse(draft, take);
        else if (count <= 0)
            draft.IsEmpty = true;
        else
            draft.LimitTo(count);
    }
}
