using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Decides whether a member takes a string, a number or a Boolean.</summary>
internal static class ScalarRuling
{
    internal static void Apply(CommandReview review, AttributeFacts facts, BodyTerm value, BodyPlace place, bool isItem)
    {
        switch (facts.Kind, value)
        {
            case (AttributeKind.String, BodyText text):
                EnumerationRuling.Apply(review, facts, text.Value, place);
                break;
            case (AttributeKind.DateTime or AttributeKind.Date, BodyText text):
                if (!DateTimeOffset.TryParse(text.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                    review.Refuse(
                        KlaviyoFindingCode.ValueOutOfRange, place,
                        $"{review.Operation} takes a date-time for {place.Both}, and '{review.Shown(text.Value)}' is not one.",
                        "Assign a date-time in the notation of ISO 8601: 2026-07-15T12:00:00Z.");
                break;
            case (AttributeKind.Integer, BodyNumber number) when IsWhole(number.Text):
            case (AttributeKind.Number, BodyNumber):
            case (AttributeKind.Boolean, BodyBoolean):
            case (AttributeKind.Scalar, BodyText or BodyNumber or BodyBoolean):
                break;
            default:
                KindRuling.Refuse(review, facts, value, place, isItem);
                break;
        }
    }

    private static bool IsWhole(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal parsed) && parsed == decimal.Truncate(parsed);
}
