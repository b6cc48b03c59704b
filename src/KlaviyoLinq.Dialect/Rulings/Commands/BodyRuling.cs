using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Walks through the body beside the facts of the operation, and brings each member and each value to its rule.</summary>
internal static class BodyRuling
{
    internal static void Apply(CommandReview review)
    {
        WriteFacts operation = review.Operation;
        BodyTerm? data = review.Form.Data;
        if (operation.ResourceType is null && !operation.IsForm)
        {
            if (data is not null)
                throw new InvalidOperationException($"{operation} has no body.");
            return;
        }

        AttributeFacts facts = BodyFacts.Of(operation);
        Value(review, facts, data ?? (facts.IsArray ? new BodyArray([]) : new BodyObject([])), BodyPlace.Data(operation.ResourceType));
    }

    internal static void Value(CommandReview review, AttributeFacts facts, BodyTerm value, BodyPlace place, bool isItem = false)
    {
        switch (value)
        {
            case BodyUnknown:
                return;
            case BodyNull when isItem || !facts.Nullable:
                NullRuling.Refuse(review, facts, place, isItem);
                return;
            case BodyNull:
                return;
            case BodyArray array when facts.IsArray && !isItem:
                for (int index = 0; index < array.Items.Count; index++)
                    Value(review, facts, array.Items[index], place.At(index), isItem: true);
                return;
            case not BodyArray when facts.IsArray && !isItem:
                KindRuling.Refuse(review, facts, value, place, isItem);
                return;
        }

        switch (facts.Kind, value)
        {
            case (AttributeKind.Object, BodyObject { Members.Count: > 0 }) when facts.Members.Count == 0 && !place.IsStructure:
                // The facts of an object that contains its own kind end.
                review.Note(
                    KlaviyoFindingCode.NotChecked, place, $"The members of {place.Both} are not checked. They are sent as they are.",
                    "The document repeats this object within itself, and the catalogue ends here.");
                break;
            case (AttributeKind.Object, BodyObject body):
                Members(review, facts, facts.Members, body, place);
                break;
            case (AttributeKind.Union, BodyObject body):
                UnionRuling.Apply(review, facts, body, place);
                break;
            case (AttributeKind.Map, BodyObject) or (AttributeKind.Any, _):
                break;
            default:
                ScalarRuling.Apply(review, facts, value, place, isItem);
                break;
        }
    }

    internal static void Members(CommandReview review, AttributeFacts owner, IReadOnlyList<AttributeFacts> members, BodyObject body, BodyPlace place)
    {
        foreach (BodyMember member in body.Members)
            if (members.FirstOrDefault(facts => facts.Name == member.Name) is { } facts)
                Value(review, facts, member.Value, Inside(place, facts, owner));
            else
                UntakenRuling.Refuse(review, place, member);
        RequiredRuling.Apply(review, members, body, place, facts => Inside(place, facts, owner));
    }

    private static BodyPlace Inside(BodyPlace place, AttributeFacts facts, AttributeFacts owner) => facts.Name switch
    {
        "attributes" when BodyFacts.IsResource(owner) => place.At(facts.Name, BodyRole.Attributes),
        "relationships" when BodyFacts.IsResource(owner) => place.At(facts.Name, BodyRole.Relationships),
        "meta" when BodyFacts.IsResource(owner) => place.At(facts.Name, BodyRole.Meta),
        "data" when BodyFacts.TypeOf(facts) is { } type => place.At(facts.Name, BodyRole.Resource, type),
        _ => place.At(facts.Name),
    };
}
