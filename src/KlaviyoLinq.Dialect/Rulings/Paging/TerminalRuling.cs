using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>Limits the query to the number of resources that its terminal operator needs.</summary>
internal static class TerminalRuling
{
    internal static void Apply(RequestDraft draft, TerminalKind terminal)
    {
        switch (terminal)
        {
            case TerminalKind.First or TerminalKind.Any:
                draft.LimitTo(1);
                break;
            case TerminalKind.Single:
                draft.LimitTo(2);
                break;
        }
    }
}
