using KlaviyoLinq.Model;
using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class OneResource
{
    internal static TranslationSection Section(string id, string list)
    {
        Profile profile = new() { Id = id };
        return new(
            "One resource",
            "`FindAsync` returns null if there is none, `GetAsync` throws a `KlaviyoNotFoundException`; the reference itself is a query with one row or none. A condition on the id becomes the path if the collection cannot filter by id. `profile` was read before and has that id.",
            [
                End(
                    klaviyo => klaviyo.Profiles.FindAsync(id),
                    "GET /api/profiles/01JANE"),
                End(
                    klaviyo => klaviyo.Profiles[id].GetAsync(),
                    "GET /api/profiles/01JANE"),
                Rows(
                    klaviyo => klaviyo.Profiles[id].Select(p => p.Email),
                    "GET /api/profiles/01JANE?fields[profile]=email"),
                Rows(
                    klaviyo => klaviyo.Profiles[id].Include(p => p.Lists),
                    "GET /api/profiles/01JANE?include=lists"),
                Rows(
                    klaviyo => klaviyo.Lists[list].AdditionalFields(l => l.ProfileCount),
                    "GET /api/lists/Y6nRLr?additional-fields[list]=profile_count"),
                Rows(
                    klaviyo => klaviyo.Profiles.Where(p => p.Id == id),
                    """GET /api/profiles?filter=equals(id,"01JANE")&page[size]=100"""),
                End(
                    klaviyo => klaviyo.Entry(profile).Collection(p => p.Lists).LoadAsync(),
                    "GET /api/profiles/01JANE/lists"),
                Rows(
                    klaviyo => klaviyo.Metrics.Where(m => m.Id == "WKHXf4"),
                    "GET /api/metrics/WKHXf4"),
            ]);
    }
}
