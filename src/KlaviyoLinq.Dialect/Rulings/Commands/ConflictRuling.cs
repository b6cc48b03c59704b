using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a navigation and an id that name different resources.</summary>
internal static class ConflictRuling
{
    internal static void Apply(CommandReview review)
    {
        BodyPlace relationships = BodyPlace.Data(review.Operation.ResourceType).At("relationships", BodyRole.Relationships);
        foreach (string name in review.Form.Conflicts)
        {
            BodyPlace place = relationships.At(name);
            review.Refuse(
                KlaviyoFindingCode.NavigationAndIdDisagree, place,
                $"{place.Member} and {place.Member}Id ({name}) name different resources.", $"Assign {place.Member} or {place.Member}Id, not both.");
        }
    }
}
