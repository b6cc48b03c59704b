using KlaviyoLinq.Model;
using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Elsewhere
{
    internal static TranslationSection Public() => new(
        "Public operations",
        "`new KlaviyoClientContext(\"ABC123\")` queries the public operations, with a company id and without a key.",
        [
            OfClient(
                client => client.Reviews.Where(r => r.Content!.Contains("great")),
                """GET /client/reviews?company_id=ABC123&filter=contains(content,"great")&page[size]=100"""),
            OfClient(
                client => client.Geofences.OrderByDistance(latitude: 40.7128, longitude: -74.006),
                "GET /client/geofences?company_id=ABC123&page[size]=100 (X-Klaviyo-API-Filters: and(equals(lat,40.7128),equals(lng,-74.006)))"),
            OfClient(
                client => client.ReviewValuesReports.For(ReviewTimeframe.Last30Days, ReviewGrouping.ProductId, [ReviewStatistic.AverageRating]),
                "GET /client/review-values-reports?company_id=ABC123&timeframe=last_30_days&group_by=product_id&statistics=average_rating&page[size]=100"),
        ]);

    internal static TranslationSection Word(string[] tags) => new(
        "Fields that the library does not know",
        "Unchecked: names and fragments are sent as written, values are still escaped, and `Explain()` shows them as unchecked. (The emulator does not know these fields, so these requests are not sent here.)",
        [
            Unsent(
                klaviyo => klaviyo.Profiles.Where(p => Klaviyo.Field<string>(p, "loyalty_tier") == "gold"),
                """GET /api/profiles?filter=equals(loyalty_tier,"gold")&page[size]=100"""),
            Unsent(
                klaviyo => klaviyo.Profiles.WhereUnchecked($"contains-any(tags,{tags})"),
                """GET /api/profiles?filter=contains-any(tags,["vip","b2b"])&page[size]=100"""),
        ]);
}
