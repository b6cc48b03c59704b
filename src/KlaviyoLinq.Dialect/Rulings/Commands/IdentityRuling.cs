using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses two items with the same identifier in one request.</summary>
internal static class IdentityRuling
{
    internal static void Apply(CommandReview review, BodyRuleFacts rule, IReadOnlyList<BodyNode> items)
    {
        foreach (string path in rule.Paths)
        {
            Dictionary<string, BodyPlace> known = new(StringComparer.Ordinal);
            foreach (BodyNode member in items.Select(item => item.At(path)))
                if (member.Text is { } value && known.TryGetValue(value, out BodyPlace? first))
                    review.Refuse(
                        KlaviyoFindingCode.IdentityConflict, member.Place, $"{first.Member} and {member.Place.Member} are both '{review.Shown(value)}'.",
                        "Merge the two into one: Klaviyo does not document which of them it keeps.");
                else if (member.Text is { } fresh)
                    known.Add(fresh, member.Place);
        }
    }
}
