using KlaviyoLinq.Model;
using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Relationships
{
    internal static TranslationSection Section(string list, string metric) => new(
        "Relationships",
        "A filter can use the fields that the endpoint lists, through a navigation or the id next to it. `Include` links related resources; reading through a navigation in `Select` includes it as well, with only those fields. The related resources of one resource are a separate query, with their own filters, sort keys and fields.",
        [
            Rows(
                klaviyo => klaviyo.Events.Where(e => e.MetricId == metric),
                """GET /api/events?filter=equals(metric_id,"WKHXf4")&page[size]=1000"""),
            Rows(
                klaviyo => klaviyo.Events.Where(e => e.Metric.Id == metric),
                """GET /api/events?filter=equals(metric_id,"WKHXf4")&page[size]=1000"""),
            Rows(
                klaviyo => klaviyo.Events.Where(e => e.Profile != null),
                "GET /api/events?filter=has(profile)&page[size]=1000"),
            Rows(
                klaviyo => klaviyo.Campaigns.Where(c => c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
                """GET /api/campaigns?filter=equals(messages.channel,"email")&page[size]=100"""),
            Rows(
                klaviyo => klaviyo.CouponCodes.Where(c => c.Coupon.Id == "WELCOME"),
                """GET /api/coupon-codes?filter=equals(coupon.id,"WELCOME")&page[size]=100"""),
            Rows(
                klaviyo => klaviyo.Events.Include(e => e.Metric).Include(e => e.Profile),
                "GET /api/events?include=metric,profile&page[size]=1000"),
            Rows(
                klaviyo => klaviyo.Events.Select(e => new { e.Datetime, e.Metric.Name, e.Profile.Email }),
                "GET /api/events?include=metric,profile&fields[event]=datetime&fields[metric]=name&fields[profile]=email&page[size]=1000"),
            Rows(
                klaviyo => klaviyo.Lists[list].Profiles,
                "GET /api/lists/Y6nRLr/profiles?page[size]=100"),
            Rows(
                klaviyo => klaviyo.Lists[list].Profiles.Where(p => p.Email == "jane@example.com").OrderByDescending(p => p.JoinedGroupAt),
                """GET /api/lists/Y6nRLr/profiles?filter=equals(email,"jane@example.com")&sort=-joined_group_at&page[size]=100"""),
            Rows(
                klaviyo => klaviyo.Lists[list].Profiles.Select(p => p.Id),
                "GET /api/lists/Y6nRLr/relationships/profiles?page[size]=100"),
            Rows(
                klaviyo => klaviyo.Lists.Where(l => l.Id == list).SelectMany(l => l.Profiles),
                "GET /api/lists/Y6nRLr/profiles?page[size]=100"),
            Rows(
                klaviyo => from l in klaviyo.Lists where l.Id == list from p in l.Profiles select p.Email,
                "GET /api/lists/Y6nRLr/profiles?fields[profile]=email&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Lists[list].Tags,
                "GET /api/lists/Y6nRLr/tags"),
        ]);
}
