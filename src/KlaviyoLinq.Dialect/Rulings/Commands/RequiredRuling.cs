using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Names the members and relationships that an object lacks and the operation requires.</summary>
internal static class RequiredRuling
{
    internal static void Apply(
        CommandReview review, IReadOnlyList<AttributeFacts> members, BodyObject body, BodyPlace place, Func<AttributeFacts, BodyPlace> inside)
    {
        List<BodyPlace> missing = [];
        foreach (AttributeFacts facts in members)
        {
            if (!facts.Required || body.Find(facts.Name) is not null)
                continue;

            // The part of the document that holds the members is not written when none of them is assigned.
            if (inside(facts) is { IsStructure: true } part && facts.Kind == AttributeKind.Object && !facts.IsArray)
                Apply(review, facts.Members, new BodyObject([]), part, member => part.At(member.Name));
            else
                missing.Add(inside(facts));
        }

        if (missing.Count == 0)
            return;
        bool areRelated = place.Role == BodyRole.Relationships;
        string names = Naming.List(missing.Select(member => member.Both));
        review.Refuse(
            areRelated ? KlaviyoFindingCode.RequiredRelationshipMissing : KlaviyoFindingCode.RequiredMemberMissing,
            place,
            $"{review.Operation} requires {names}.",
            areRelated
                ? $"Assign {Naming.Or(missing.Select(member => $"{member.Member} or {member.Member}Id"))}."
                : $"Assign {Naming.List(missing.Select(member => member.Member))}.");
    }
}
