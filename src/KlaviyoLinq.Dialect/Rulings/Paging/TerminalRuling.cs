using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>How many resources the end of the query needs.</summary>
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
