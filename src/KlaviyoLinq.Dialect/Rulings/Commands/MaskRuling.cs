using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses the mask of a value in place of the value.</summary>
internal static class MaskRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyNode member = node.At(rule.Paths[0]);
        if (member.Text?.Contains(rule.Value) == true)
            review.Refuse(
                KlaviyoFindingCode.MaskedValueWritten,
                member.Place,
                $"{member.Place.Both} is the mask that Klaviyo shows in place of the value, and {review.Operation} would store the mask.",
                "Assign the whole value, or leave it unassigned to keep it.");
    }
}
