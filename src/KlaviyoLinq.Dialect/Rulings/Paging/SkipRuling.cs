using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Operators;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary><c>Skip</c>: a count of zero does nothing; Klaviyo's cursors cannot skip.</summary>
internal static class SkipRuling
{
    internal static void Apply(RequestDraft draft, SkipStage skip)
    {
        if (!skip.Count.IsKnown || skip.Count.Value is not <= 0)
            OperatorRuling.Refuse(draft, skip);
    }
}
