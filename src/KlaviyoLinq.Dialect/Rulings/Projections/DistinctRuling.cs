using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Operators;

namespace KlaviyoLinq.Rulings.Projections;

/// <summary><c>Distinct</c>: rows that hold their resource's id are distinct already. Klaviyo itself removes no duplicates.</summary>
internal static class DistinctRuling
{
    internal static void Apply(RequestDraft draft, DistinctStage distinct)
    {
        if (!distinct.KeepsIdentity)
            OperatorRuling.Refuse(draft, distinct);
    }
}
