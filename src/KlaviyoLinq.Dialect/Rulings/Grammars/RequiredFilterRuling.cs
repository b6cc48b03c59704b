using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>Operations that require a filter: campaigns their channel, coupon codes their coupon or profile.</summary>
internal static class RequiredFilterRuling
{
    internal static void Apply(RequestDraft draft)
    {
        if (!draft.Operation.FilterRequired || draft.IsEmpty)
            return;
        string[] required = [.. draft.Operation.Filters.Where(facts => facts.Required).Select(facts => facts.Field)];
        if (draft.Whole is { } whole && Holds(whole, required))
            return;
        draft.Refuse(
            KlaviyoFindingCode.RequiredFilterMissing,
            draft.Query,
            $"{Naming.Operation(draft.Operation)} requires a filter on {Naming.Or(required)}.",
            "Add " + Naming.Or(required.Select(Example)) + ".");
    }

    // Alternatives hold the required filter only when each of them does. What has been refused already is not refused twice, and what is in
    // the author's own words may hold it.
    private static bool Holds(Condition condition, string[] fields) => condition switch
    {
        Leaf leaf => fields.Contains(leaf.Comparison.Field),
        All all => all.Operands.Any(operand => Holds(operand, fields)),
        Either either => either.Operands.All(operand => Holds(operand, fields)),
        Refused or Raw => true,
        _ => false,
    };

    private static string Example(string field) => field switch
    {
        "messages.channel" => "Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)); the channels are Email, Sms and MobilePush",
        "coupon.id" => "Where(c => c.CouponId == id)",
        "profile.id" => "Where(c => c.ProfileId == id)",
        _ => $"a Where on {field}",
    };
}
