using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a value that Klaviyo takes only in a request of its own beside other members.</summary>
internal static class AloneRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyNode alone = node.At(rule.Paths[0]);
        if (alone.Value is not BodyBoolean flag || flag.Value != (rule.Value == "true"))
            return;
        BodyPlace[] others =
        [
            .. Members(node.At("attributes")).Concat(Members(node.At("relationships"))).Concat(Members(node.At("meta")))
                .Where(member => member.Both != alone.Place.Both)
        ];
        if (others.Length > 0)
            review.Refuse(
                KlaviyoFindingCode.MemberNotCombinable,
                alone.Place,
                $"{review.Operation} takes {alone.Place.Both} = {rule.Value} only without other members.",
                $"Send two commands: one with {Naming.List(others.Select(member => member.Member))}, then one with {alone.Place.Member} alone.");
    }

    private static IEnumerable<BodyPlace> Members(BodyNode part) =>
        part.Value is BodyObject body ? body.Members.Select(member => part.Place.At(member.Name)) : [];
}
