using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Operators;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary><c>Skip</c>: nothing to skip is nothing to do; anything else Klaviyo's cursors cannot.</summary>
internal static class SkipRuling
{
    internal static void Apply(RequestDraft draft, SkipStage skip)
    {
        if (!skip.Count.IsKnown || skip.Count.Value is not <= 0)
            OperatorRuling.Refuse(draft, skip);
    }
}
