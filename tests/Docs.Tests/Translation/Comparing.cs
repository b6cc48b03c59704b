using KlaviyoLinq.Model;
using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Comparing
{
    internal static TranslationSection Section(string email, DateTimeOffset since, DateTimeOffset until)
    {
        string? wanted = null;
        DateTime utc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        DateTimeOffset paris = new(2026, 1, 1, 1, 0, 0, TimeSpan.FromHours(1));
        return new(
            "Comparisons",
            "Code that does not depend on the resource is evaluated once, before the request, and becomes a value: strings are quoted and escaped, date-times have their offset, enumerations their wire names. `wanted` is null here, so its condition is left out.",
            [
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Email == email),
                    """GET /api/profiles?filter=equals(email,"jane@example.com")&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Email == "Ben's \"best\", 50% (a\\b)"),
                    """GET /api/profiles?filter=equals(email,"Ben's \"best\", 50% (a\\b)")&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Email!.Equals(email)),
                    """GET /api/profiles?filter=equals(email,"jane@example.com")&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => string.Equals(email, p.Email, StringComparison.Ordinal)),
                    """GET /api/profiles?filter=equals(email,"jane@example.com")&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.Events.Where(e => e.Datetime > since && e.Datetime <= until),
                    "GET /api/events?filter=greater-than(datetime,2026-01-01T00:00:00Z),less-or-equal(datetime,2026-07-01T00:00:00Z)&page[size]=1000"),
                Rows(
                    klaviyo => klaviyo.Events.Where(e => e.Datetime >= since).Where(e => e.Datetime < until),
                    "GET /api/events?filter=greater-or-equal(datetime,2026-01-01T00:00:00Z),less-than(datetime,2026-07-01T00:00:00Z)&page[size]=1000"),
                Rows(
                    klaviyo => klaviyo.Events.Where(e => since <= e.Datetime && e.Datetime <= since.AddDays(7)),
                    "GET /api/events?filter=greater-or-equal(datetime,2026-01-01T00:00:00Z),less-or-equal(datetime,2026-01-08T00:00:00Z)&page[size]=1000"),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Created > utc),
                    "GET /api/profiles?filter=greater-than(created,2026-01-01T00:00:00Z)&page[size]=100"),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Created > paris),
                    "GET /api/profiles?filter=greater-than(created,2026-01-01T01:00:00+01:00)&page[size]=100"),
                Rows(
                    klaviyo => klaviyo.Flows.Where(f => f.Status == "live"),
                    """GET /api/flows?filter=equals(status,"live")&page[size]=50"""),
                Rows(
                    klaviyo => klaviyo.Images.Where(i => i.Size > 100_000),
                    "GET /api/images?filter=greater-than(size,100000)&page[size]=100"),
                Rows(
                    klaviyo => klaviyo.Reviews.Where(r => r.Rating >= 3.5),
                    "GET /api/reviews?filter=greater-or-equal(rating,4)&page[size]=100"),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Email != null && p.Email == email),
                    """GET /api/profiles?filter=equals(email,"jane@example.com")&page[size]=100"""),
                Rows(
                    klaviyo => klaviyo.TagGroups.Where(g => g.Exclusive),
                    "GET /api/tag-groups?filter=equals(exclusive,true)&page[size]=25"),
                Rows(
                    klaviyo => klaviyo.TagGroups.Where(g => !g.Exclusive),
                    "GET /api/tag-groups?filter=equals(exclusive,false)&page[size]=25"),
                Rows(
                    klaviyo => klaviyo.Flows.Where(f => f.Archived ?? false),
                    "GET /api/flows?filter=equals(archived,true)&page[size]=50"),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => wanted == null || p.Email == wanted),
                    "GET /api/profiles?page[size]=100"),
                Rows(
                    klaviyo => klaviyo.Profiles.Select(p => new { p.Id, At = p.Created }).Where(row => row.At > since),
                    "GET /api/profiles?filter=greater-than(created,2026-01-01T00:00:00Z)&fields[profile]=created&page[size]=100"),
                Rows(
                    klaviyo =>
                        klaviyo.Campaigns.Where(c => c.Status == CampaignStatus.Sent && c.CampaignMessages.Any(m => m.Channel == CampaignMessageChannel.Email)),
                    """GET /api/campaigns?filter=equals(status,"Sent"),equals(messages.channel,"email")&page[size]=100"""),
            ]);
    }
}
