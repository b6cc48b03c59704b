using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses null where the operation takes none.</summary>
internal static class NullRuling
{
    internal static void Refuse(CommandReview review, AttributeFacts facts, BodyPlace place, bool isItem) => review.Refuse(
        KlaviyoFindingCode.NullNotAssignable,
        place,
        isItem ? $"{place.Both} is null, and {review.Operation} takes no null in this list." : $"{review.Operation} takes no null for {place.Both}.",
        isItem ? "Leave null out of the list."
            : facts.Required ? "Assign a value: the operation requires the member."
            : facts.IsArray ? "Assign an empty list to clear it, or leave it unassigned to keep its value."
            : "Leave it unassigned to keep its value: Klaviyo cannot clear it.");
}
