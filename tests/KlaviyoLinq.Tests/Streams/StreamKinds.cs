using KlaviyoLinq.Model;
using KlaviyoLinq.Repositories;

namespace KlaviyoLinq.Tests.Streams;

/// <summary>Every kind of stream that the library returns, each with more than four rows.</summary>
internal static class StreamKinds
{
    private static readonly DateTimeOffset _since = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<KlaviyoContext, IStreamCheck, Task>> _kinds = new()
    {
        ["set"] = (klaviyo, check) => check.CheckAsync(klaviyo.Profiles.AsAsyncEnumerable()),
        ["query"] = (klaviyo, check) => check.CheckAsync(Limited(klaviyo).AsAsyncEnumerable()),
        ["enumerator of a set"] = (klaviyo, check) => check.CheckAsync((IAsyncEnumerable<Profile>)klaviyo.Profiles),
        ["enumerator of a query"] = (klaviyo, check) => check.CheckAsync((IAsyncEnumerable<Profile>)Limited(klaviyo)),
        ["projection to a value"] = (klaviyo, check) => check.CheckAsync(Limited(klaviyo).Select(p => p.Created).AsAsyncEnumerable()),
        ["projection to an object"] = (klaviyo, check) => check.CheckAsync(Limited(klaviyo).Select(p => new { p.Id, p.Email }).AsAsyncEnumerable()),
        ["projection of a resource"] = (klaviyo, check) => check.CheckAsync(Limited(klaviyo).Select(p => new { p.Email, Profile = p }).AsAsyncEnumerable()),
        ["pages"] = (klaviyo, check) => check.CheckAsync(klaviyo.Profiles.PageSize(10).Take(60).AsPages()),
        ["rows with checkpoints"] = (klaviyo, check) => check.CheckAsync(Limited(klaviyo).WithCheckpoints()),
        ["fan-out"] = (klaviyo, check) => check.CheckAsync(FanOut(klaviyo).AsAsyncEnumerable()),
        ["fan-out in order"] = (klaviyo, check) => check.CheckAsync(FanOut(klaviyo).OrderBy(p => p.Created).AsAsyncEnumerable()),
        ["pages of a fan-out"] = (klaviyo, check) => check.CheckAsync(FanOut(klaviyo).PageSize(10).AsPages()),
        ["pages of a fan-out in order"] = (klaviyo, check) => check.CheckAsync(FanOut(klaviyo).OrderBy(p => p.Created).AsPages()),
        ["checkpoints of a fan-out in order"] = (klaviyo, check) => check.CheckAsync(FanOut(klaviyo).OrderBy(p => p.Created).WithCheckpoints()),
        ["repository's rows"] = (klaviyo, check) => check.CheckAsync(((IQueryable<Profile>)Limited(klaviyo)).AsAsyncEnumerable()),
        ["repository's pages"] = (klaviyo, check) => check.CheckAsync(((IQueryable<Profile>)klaviyo.Profiles.PageSize(10).Take(60)).AsPages()),
        ["repository's rows with checkpoints"] = (klaviyo, check) => check.CheckAsync(((IQueryable<Profile>)Limited(klaviyo)).WithCheckpoints()),
    };

    internal static IEnumerable<string> Names => _kinds.Keys;

    internal static Task CheckAsync(string kind, KlaviyoContext klaviyo, IStreamCheck check) => _kinds[kind](klaviyo, check);

    private static IKlaviyoQueryable<Profile> Limited(KlaviyoContext klaviyo) => klaviyo.Profiles.Take(50);

    private static IKlaviyoQueryable<Profile> FanOut(KlaviyoContext klaviyo) =>
        klaviyo.Profiles.Where(p => p.Created > _since || p.Updated > _since).AllowFanOut(2);
}
