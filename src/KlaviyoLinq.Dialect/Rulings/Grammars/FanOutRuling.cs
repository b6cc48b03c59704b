using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Rulings.Operators;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary><c>AllowFanOut</c>: how many requests a query may become.</summary>
internal static class FanOutRuling
{
    internal static void Apply(RequestDraft draft, FanOutStage fanOut)
    {
        if (!fanOut.Maximum.IsKnown)
            draft.FanOut = int.MaxValue;
        else if (fanOut.Maximum.Value is int maximum and > 0)
            draft.FanOut = maximum;
        else
            OperatorRuling.Refuse(draft, fanOut);
    }
}
