using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Alternatives
{
    internal static TranslationSection FanOut(string email, DateTimeOffset since, string[] metrics) => new(
        "Several requests",
        "Klaviyo's filter language has no `or`. With `AllowFanOut(n)` a query becomes up to n requests, whose rows are merged without duplicates and in order.",
        [
            Rows(
                klaviyo => klaviyo.Profiles.Where(p => p.Email == email || p.Created > since).AllowFanOut(2),
                "GET /api/profiles?filter=equals(email,\"jane@example.com\")&page[size]=100\nGET /api/profiles?filter=greater-than(created,2026-01-01T00:00:00Z)&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Events.Where(e => metrics.Contains(e.MetricId)).OrderByDescending(e => e.Datetime).AllowFanOut(2),
                "GET /api/events?filter=equals(metric_id,\"WKHXf4\")&sort=-datetime&page[size]=1000\nGET /api/events?filter=equals(metric_id,\"XyZ123\")&sort=-datetime&page[size]=1000"),
        ]);

    internal static TranslationSection Overview(string email, DateTimeOffset since) => new(
        "The 2022 filter language",
        "With `KlaviyoOptions.Grammar = FilterGrammar.Overview2022`, for revisions that still accept it. Conditions are rewritten only where the meaning stays exactly the same.",
        [
            OfOverview(
                klaviyo => klaviyo.Profiles.Where(p => p.Email == email || p.Created > since),
                """GET /api/profiles?filter=or(equals(email,"jane@example.com"),greater-than(created,2026-01-01T00:00:00Z))&page[size]=100"""),
            OfOverview(
                klaviyo => klaviyo.Profiles.Where(p => p.Email != email),
                """GET /api/profiles?filter=not(equals(email,"jane@example.com"))&page[size]=100"""),
            OfOverview(
                klaviyo => klaviyo.Profiles.Where(p => p.Email == null),
                "GET /api/profiles?filter=equals(email,null)&page[size]=100"),
            OfOverview(
                klaviyo => klaviyo.Profiles.Where(p => p.Email != null),
                "GET /api/profiles?filter=not(equals(email,null))&page[size]=100"),
            OfOverview(
                klaviyo => klaviyo.Profiles.Where(p => !(p.Email == email || p.ExternalId == "7")),
                """GET /api/profiles?filter=not(equals(email,"jane@example.com")),not(equals(external_id,"7"))&page[size]=100"""),
        ]);
}
