using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>Comparison of translation costs as the number of distinct queries and the length of lists grow.</summary>
internal static class PlansComparison
{
    internal static async Task RunAsync(string[] args)
    {
        using KlaviyoContext klaviyo = new("pk_benchmark");
        long before = GC.GetTotalMemory(forceFullCollection: true);
        IKlaviyoQueryable<Profile>[] queries = [.. Enumerable.Range(1, 5_000).Select(limit => Distinct(klaviyo, limit))];
        long trees = GC.GetTotalMemory(forceFullCollection: true);
        foreach (IKlaviyoQueryable<Profile> query in (IKlaviyoQueryable<Profile>[])[.. queries, .. queries])
            query.ToRequestUri(); // the second time makes the plan
        long plans = GC.GetTotalMemory(forceFullCollection: true);

        Interleaved distinct = new(rounds: 60);
        foreach (int count in (int[])[1, 10, 100, 1_000, 5_000])
        {
            int next = 0;
            distinct.Add(string.Create(CultureInfo.InvariantCulture, $"{count:N0} distinct queries"), () => queries[next = (next + 1) % count].ToRequestUri());
        }

        Interleaved lists = new(rounds: 40);
        foreach (int count in (int[])[1, 10, 100, 400, 1_000, 10_000])
        {
            string[] ids = [.. Enumerable.Range(0, count).Select(i => $"01H{i:00000}")];
            IKlaviyoQueryable<Profile> query = klaviyo.Profiles.Where(p => ids.Contains(p.Id)).AllowFanOut(1_000);
            IKlaviyoQueryable<Profile> one = klaviyo.Profiles.Where(p => ids.Contains(p.Id));
            lists.Add(
                string.Create(CultureInfo.InvariantCulture, $"a list of {count:N0} ids{(count > 400 ? ", asked for in parts" : "")}"),
                () => count > 400 ? query.ToRequestUris() : one.ToRequestUris());
        }

        new RatioTable("Translating as the work grows", "Trees that are built already, translated to their addresses; time and bytes for one translation.")
            .Add("Distinct queries in turn, all of which have a plan:")
            .Add(await distinct.RunAsync())
            .Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"5,000 trees weigh {(trees - before) / 5_000:N0} bytes each, their plans {(plans - trees) / 5_000:N0} bytes each."))
            .Add("Lists of ids:")
            .Add(await lists.RunAsync())
            .Publish(ResultsFolder.Of(args), "plans.md");
    }

    private static IKlaviyoQueryable<Profile> Distinct(KlaviyoContext klaviyo, int limit)
    {
        string email = $"{limit}@example.com";
        return klaviyo.Profiles.Where(p => p.Email == email).OrderBy(p => p.Created).Select(p => p).Take(limit);
    }
}
