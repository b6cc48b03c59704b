using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses several members, or none, where Klaviyo takes exactly one.</summary>
internal static class ExactlyOneRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyNode[] members = [.. rule.Paths.Select(path => node.At(path))];
        BodyNode[] given = [.. members.Where(member => member.HasValue)];
        if (given.Length == 1 || (given.Length == 0 && rule.Rule == BodyRule.Exclusive) || (node.Value is null && rule.At.Length > 0))
            return;
        string names = Naming.Or(members.Select(member => member.Place.Both));
        review.Refuse(
            KlaviyoFindingCode.ExactlyOneRequired,
            given.Length == 0 ? node.Place : given[1].Place,
            given.Length == 0
                ? $"{review.Operation} requires exactly one of {names}, and none is assigned."
                : $"{review.Operation} takes only one of {names}, and {given.Length} are assigned.",
            $"Assign {Naming.Or((given.Length == 0 ? members : given).Select(member => member.Place.Member))} alone.");
    }
}
