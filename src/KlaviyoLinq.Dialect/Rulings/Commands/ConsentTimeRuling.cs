using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Commands;

/// <summary>Refuses times of consent without a historical import, and a historical import without times of consent in the past.</summary>
internal static class ConsentTimeRuling
{
    private const string Time = "consented_at";

    internal static void Apply(CommandReview review, BodyRuleFacts rule, BodyNode node)
    {
        BodyNode import = node.At(rule.Paths[0]);
        if (import.Value is BodyUnknown)
            return;
        bool isHistorical = import.Value is BodyBoolean { Value: true };
        foreach (BodyNode subscriptions in node.Below(rule.Paths[1]))
            foreach (BodyNode channel in Members(subscriptions))
                foreach (BodyNode kind in Members(channel))
                    if (kind.Value is BodyObject body && body.Find("consent") is not null)
                        Apply(review, kind.At(Time), import.Place, isHistorical);
    }

    private static void Apply(CommandReview review, BodyNode time, BodyPlace import, bool isHistorical)
    {
        if (!isHistorical && time.HasValue)
            review.Refuse(
                KlaviyoFindingCode.ConsentTimeInvalid, time.Place, $"{review.Operation} takes {time.Place.Both} only in a historical import.",
                $"Set {import.Member} = true, or leave {time.Place.Member} unassigned: the consent is then given now.");
        else if (isHistorical && !time.HasValue && Takes(time.Place))
            review.Refuse(
                KlaviyoFindingCode.ConsentTimeInvalid, time.Place, $"A historical import requires {time.Place.Both}.",
                "Assign the time at which the consent was given.");
        else if (isHistorical && review.Form.Now is { } now && time.Text is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset given) && given > now)
            review.Refuse(
                KlaviyoFindingCode.ConsentTimeInvalid, time.Place, $"{time.Place.Both} is in the future, and a historical import takes consent that was given.",
                "Assign the time at which the consent was given.");
    }

    // Open tracking has no time of consent.
    private static bool Takes(BodyPlace place) => !place.Names.Contains("OpenTracking");

    private static IEnumerable<BodyNode> Members(BodyNode node) => node.Value is BodyObject body ? body.Members.Select(member => node.At(member.Name)) : [];
}
