using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a resource that is found by an identifier and has none.</summary>
internal static class IdentifierRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        // A missing parent is named by the rule of required members.
        if (node.Value is null && rule.At.Length > 0)
            return;
        BodyNode[] members = [.. rule.Paths.Select(path => node.At(path))];
        if (!members.Any(member => member.HasValue))
            review.Refuse(
                KlaviyoFindingCode.IdentifierMissing,
                node.Place,
                $"{review.Operation} finds the {node.Place.ResourceType} by an identifier, and none is assigned.",
                $"Assign {Naming.Or(members.Select(member => member.Place.Member))}.");
    }
}
