using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a member that was assigned and that the operation does not take. Nothing assigned is dropped.</summary>
internal static class UntakenRuling
{
    internal static void Refuse(CommandReview review, BodyPlace owner, BodyMember member)
    {
        switch (owner.Role, member.Name, member.Value)
        {
            case (BodyRole.Resource, "id", _):
                review.Refuse(
                    KlaviyoFindingCode.IdAssigned, owner.At("id"), $"{review.Operation} takes no id: Klaviyo chooses it.",
                    "Update the resource that has this id, or assign no id to a new one.");
                break;
            case (BodyRole.Resource, "attributes" or "relationships" or "meta", BodyObject part):
                BodyPlace place = owner.At(
                    member.Name, member.Name == "attributes" ? BodyRole.Attributes : member.Name == "meta" ? BodyRole.Meta : BodyRole.Relationships);
                foreach (BodyMember inner in part.Members)
                    Refuse(review, place, inner);
                break;
            case (BodyRole.Relationships, _, _):
                RelationshipRuling.Refuse(review, owner.At(member.Name), member.Name);
                break;
            default:
                Member(review, owner.At(member.Name));
                break;
        }
    }

    private static void Member(CommandReview review, BodyPlace place)
    {
        string[] others = [.. OtherOperations.Taking(review.Operation, place).Select(operation => OtherOperations.When(operation))];
        if (others.Length > 0)
            review.Refuse(
                KlaviyoFindingCode.MemberNotInOperation, place, $"{review.Operation} does not take {place.Both}.",
                $"It can be set {string.Join(" and ", others.Distinct())}.");
        else if (ReadFactsOf.Member(place) is not null)
            review.Refuse(
                KlaviyoFindingCode.MemberReadOnly, place, $"{place.Both} is read-only: Klaviyo sets it.", "Leave it unassigned.");
        else
            review.Refuse(
                KlaviyoFindingCode.MemberNotInOperation, place, $"{review.Operation} does not take {place.Both}.", "Leave it unassigned.");
    }
}
