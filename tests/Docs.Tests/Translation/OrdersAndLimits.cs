using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class OrdersAndLimits
{
    internal static TranslationSection Section() => new(
        "Sorting, limits and pages",
        "Klaviyo has one sort key. `Take` is a limit over all pages; the last page is not larger than the rest. Without `PageSize` the largest page of the endpoint is requested.",
        [
            Rows(
                klaviyo => klaviyo.Profiles.OrderBy(p => p.Created),
                "GET /api/profiles?sort=created&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.OrderByDescending(p => p.Created),
                "GET /api/profiles?sort=-created&page[size]=100"),
            Rows(
                klaviyo => from p in klaviyo.Profiles orderby p.Email select p,
                "GET /api/profiles?sort=email&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.OrderBy(p => p.Created).Reverse(),
                "GET /api/profiles?sort=-created&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Profiles.Take(5),
                "GET /api/profiles?page[size]=5"),
            Rows(
                klaviyo => klaviyo.Profiles.PageSize(10),
                "GET /api/profiles?page[size]=10"),
            Rows(
                klaviyo => klaviyo.Profiles.Take(25).PageSize(10),
                "GET /api/profiles?page[size]=10"),
            Rows(
                klaviyo => klaviyo.Profiles.Select(p => p.Id).Distinct(),
                "GET /api/profiles?fields[profile]=id&page[size]=100"),
            Rows(
                klaviyo => klaviyo.Tags.Skip(0),
                "GET /api/tags?page[size]=50"),
            Rows(
                klaviyo => klaviyo.Profiles.OrderBy(p => p.Created).TagWith("nightly import"),
                "GET /api/profiles?sort=created&page[size]=100"),
            End(
                klaviyo => klaviyo.Profiles.PageSize(20).AsPages().CountAsync().AsTask(),
                "GET /api/profiles?page[size]=20"),
            End(
                klaviyo => klaviyo.Profiles.PageSize(10).WithCheckpoints().FirstAsync().AsTask(),
                "GET /api/profiles?page[size]=10"),
        ]);
}
