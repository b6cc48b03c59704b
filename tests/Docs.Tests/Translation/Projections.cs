using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Projections
{
    internal static TranslationSection Section() => new(
        "Projections",
        "`Select` requests exactly the fields that it reads. The rest of it is plain C#, which runs for each row: methods, string interpolation, records, tuples. A whole resource requests all fields.",
        [
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => new { p.Email, p.Location.City }),
                "GET /api/profiles?fields[profile]=email,location.city&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => $"{p.FirstName} {p.LastName}".Trim()),
                "GET /api/profiles?fields[profile]=first_name,last_name&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => new KeyValuePair<string, string?>(p.Id, p.Email)),
                "GET /api/profiles?fields[profile]=email&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => p.Id),
                "GET /api/profiles?fields[profile]=id&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => p.Properties.GetString("tier")),
                "GET /api/profiles?fields[profile]=properties&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Events.Select(e => e.EventProperties.GetNumber("$value")),
                "GET /api/events?fields[event]=event_properties&page[size]=1000"),
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => (bool?)p.Subscriptions.Email.Marketing.CanReceiveEmailMarketing),
                "GET /api/profiles?fields[profile]=subscriptions.email.marketing.can_receive_email_marketing&additional-fields[profile]=subscriptions&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.AdditionalFields(p => p.PredictiveAnalytics),
                "GET /api/profiles?additional-fields[profile]=predictive_analytics&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Events.Include(e => e.Metric).Select(e => e),
                "GET /api/events?include=metric&page[size]=1000"),
        ]);
}
