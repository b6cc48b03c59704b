using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses a value of another JSON kind than the member takes.</summary>
internal static class KindRuling
{
    internal static void Refuse(CommandReview review, AttributeFacts facts, BodyTerm value, BodyPlace place, bool isItem) => review.Refuse(
        KlaviyoFindingCode.ValueNotWritable,
        place,
        $"{review.Operation} takes {Wanted(facts, isItem)} for {place.Both}, and the value is {Given(review, value)}.",
        $"Assign {Wanted(facts, isItem)}.");

    private static string Wanted(AttributeFacts facts, bool isItem) => facts switch
    {
        { IsArray: true } when !isItem => "a list",
        { Kind: AttributeKind.String } => "a string",
        { Kind: AttributeKind.DateTime } => "a date-time",
        { Kind: AttributeKind.Date } => "a date",
        { Kind: AttributeKind.Integer } => "a whole number",
        { Kind: AttributeKind.Number } => "a number",
        { Kind: AttributeKind.Boolean } => "a Boolean",
        { Kind: AttributeKind.Scalar } => "a string, a number or a Boolean",
        _ => "an object",
    };

    private static string Given(CommandReview review, BodyTerm value) => value switch
    {
        BodyText => "a string",
        BodyNumber number => $"the number {review.Shown(number.Text)}",
        BodyBoolean => "a Boolean",
        BodyArray => "a list",
        BodyObject => "an object",
        _ => "null",
    };
}
