using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>Refuses queries that need more than ids from operations that send ids only.</summary>
internal static class IdentifiersRuling
{
    internal static void Apply(RequestDraft draft, TerminalKind terminal)
    {
        if (!draft.Operation.IdentifiersOnly || draft.Projection is { WholeResource: false } || terminal is TerminalKind.Any or TerminalKind.Count)
            return;
        string rows = Naming.Query(draft.Operation);
        draft.Refuse(
            KlaviyoFindingCode.IdentifiersOnly,
            draft.Query,
            $"{Naming.Operation(draft.Operation)} returns only the ids of the {draft.Operation.ResourceType} resources, and no operation returns the resources.",
            $"Select the ids, {rows}.Select(x => x.Id), and query the resources by them.");
    }
}
