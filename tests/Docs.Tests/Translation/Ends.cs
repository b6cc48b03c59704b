using static KlaviyoLinq.Docs.Tests.Translation.TranslationCase;

namespace KlaviyoLinq.Docs.Tests.Translation;

internal static class Ends
{
    internal static TranslationSection Section(string id, DateTimeOffset since) => new(
        "Terminal operators",
        "Each requests the fewest and smallest pages that answer it. Klaviyo has no count: `CountAsync` reads the ids of all rows, and aggregates read one member, page after page. `await foreach` needs no terminal operator. All of them take a `CancellationToken`. For plain `IQueryable<T>` they are in `KlaviyoLinq.Repositories`; blocking ones require `KlaviyoOptions.AllowSynchronousQueries`.",
        [
            End(
                klaviyo => klaviyo.Tags.ToListAsync(),
                "GET /api/tags?page[size]=50"),
            End(
                klaviyo => klaviyo.Tags.ToDictionaryAsync(t => t.Id, t => t.Name),
                "GET /api/tags?page[size]=50"),
            End(
                klaviyo => klaviyo.Profiles.FirstAsync(),
                "GET /api/profiles?page[size]=1"),
            End(
                klaviyo => klaviyo.Profiles.FirstOrDefaultAsync(p => p.Email == "jane@example.com"),
                """GET /api/profiles?filter=equals(email,"jane@example.com")&page[size]=1"""),
            End(
                klaviyo => klaviyo.Profiles.SingleAsync(p => p.Email == "jane@example.com"),
                """GET /api/profiles?filter=equals(email,"jane@example.com")&page[size]=2"""),
            End(
                klaviyo => klaviyo.Profiles.OrderBy(p => p.Created).LastAsync(),
                "GET /api/profiles?sort=-created&page[size]=1"),
            End(
                klaviyo => klaviyo.Profiles.OrderBy(p => p.Created).ElementAtAsync(0),
                "GET /api/profiles?sort=created&page[size]=1"),
            End(
                klaviyo => klaviyo.Profiles.AnyAsync(p => p.Created > since),
                "GET /api/profiles?filter=greater-than(created,2026-01-01T00:00:00Z)&fields[profile]=id&page[size]=1"),
            End(
                klaviyo => klaviyo.TagGroups.AllAsync(g => g.Exclusive),
                "GET /api/tag-groups?filter=equals(exclusive,false)&fields[tag-group]=id&page[size]=1"),
            End(
                klaviyo => klaviyo.Profiles.Select(p => p.Id).ContainsAsync(id),
                """GET /api/profiles?filter=equals(id,"01JANE")&fields[profile]=id&page[size]=1"""),
            End(
                klaviyo => klaviyo.Profiles.CountAsync(p => p.Created > since),
                "GET /api/profiles?filter=greater-than(created,2026-01-01T00:00:00Z)&fields[profile]=id&page[size]=100"),
            End(
                klaviyo => klaviyo.Profiles.MaxAsync(p => p.Updated),
                "GET /api/profiles?fields[profile]=updated&page[size]=100"),
            End(
                klaviyo => klaviyo.Images.SumAsync(i => i.Size),
                "GET /api/images?fields[image]=size&page[size]=100"),
            End(
                klaviyo => klaviyo.Images.AverageAsync(i => i.Size),
                "GET /api/images?fields[image]=size&page[size]=100"),
            End(
                klaviyo => klaviyo.Tags.ForEachAsync(_ => { }),
                "GET /api/tags?page[size]=50"),
        ]);
}
