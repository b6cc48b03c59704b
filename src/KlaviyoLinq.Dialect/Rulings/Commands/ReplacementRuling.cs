using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses an update that would clear the members that it does not hold.</summary>
internal static class ReplacementRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyPlace[] cleared = [.. rule.Paths.Select(path => node.At(path)).Where(member => member.Value is null).Select(member => member.Place)];
        if (cleared.Length == 0)
            return;
        string names = Naming.List(cleared.Select(member => member.Both));
        review.Refuse(
            KlaviyoFindingCode.FullReplacementIncomplete,
            node.Place,
            $"{review.Operation} replaces all members, and would clear {names}, whose value is not known.",
            $"Read the {node.Place.ResourceType} first and update what was read, or assign {Naming.List(cleared.Select(member => member.Member))} as well.");
    }
}
