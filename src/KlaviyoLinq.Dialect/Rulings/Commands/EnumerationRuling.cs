using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>
/// Decides whether a value of an enumeration can be written. A value that an answer may hold and this operation does not list is refused. A value that
/// the catalogue does not know may be newer than the library, and is sent with a note.
/// </summary>
internal static class EnumerationRuling
{
    internal static void Apply(CommandReview review, AttributeFacts facts, string value, BodyPlace place)
    {
        if (facts.Values.Count == 0 || facts.Values.Contains(value))
            return;
        if (facts.Values.Count == 1 || ReadFactsOf.Member(place)?.Values.Contains(value) == true)
            review.Refuse(
                KlaviyoFindingCode.ValueNotWritable, place, $"{review.Operation} does not take '{value}' for {place.Both}.",
                $"It takes {Naming.Or(facts.Values.Select(known => $"'{known}'"))}.");
        else
            review.Note(
                KlaviyoFindingCode.NotChecked, place, $"The catalogue does not know '{value}' as a value of {place.Both}. It is sent as it is.",
                $"Known values are {Naming.List(facts.Values.Select(known => $"'{known}'"))}.");
    }
}
