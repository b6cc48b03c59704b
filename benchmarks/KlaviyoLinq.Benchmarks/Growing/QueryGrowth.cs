using System.Globalization;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Plans;

namespace KlaviyoLinq.Benchmarks.Growing;

/// <summary>More distinct queries, and longer lists in them.</summary>
internal static class QueryGrowth
{
    private const int LongestList = 400;

    internal static async Task<(Growth Growth, string Remark)> QueriesAsync()
    {
        int[] sizes = [1, 10, 100, 1_000, 5_000];
        using KlaviyoContext klaviyo = new("pk_benchmark");
        Interleaved turns = new(rounds: 40, round: TimeSpan.FromMilliseconds(4));
        foreach (int size in sizes)
            turns.Add($"{size}", () => Translate(klaviyo, 0, size));

        Growth growth = await GrowthComparison.MeasureAsync("queries", "Distinct queries in turn", "queries", turns, sizes, warmUp: 10);
        string standing = await StandingAsync(klaviyo, sizes[^1]);
        return (growth, $"Each built and translated to its address by its plan, as in a program. {standing} {Held(klaviyo)}");
    }

    /// <summary>
    /// The same without building: thousands of trees that have stood for a while are not in the core's own cache when their turn comes, and a
    /// program's newest tree is.
    /// </summary>
    private static async Task<string> StandingAsync(KlaviyoContext klaviyo, int size)
    {
        IKlaviyoQueryable<Profile>[] queries = [.. Enumerable.Range(1, size).Select(number => Distinct(klaviyo, number))];
        IReadOnlyList<Measurement> costs = await new Interleaved(rounds: 40, round: TimeSpan.FromMilliseconds(4))
            .Add("one", () => queries[0].ToRequestUri())
            .Add("all", () =>
            {
                foreach (IKlaviyoQueryable<Profile> query in queries)
                    query.ToRequestUri();
                return null;
            })
            .RunAsync(warmUp: 10);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"From {size:N0} trees that stand already, taken in turn, each costs {costs[1].ProcessorSeconds / costs[0].ProcessorSeconds / size:0.00}× what one costs that is taken again and again: so many trees and plans do not fit into a core's own cache.");
    }

    internal static async Task<(Growth Growth, string Remark)> ListsAsync()
    {
        int[] sizes = [1, 10, 100, LongestList, 1_000, 10_000];
        using KlaviyoContext klaviyo = new("pk_benchmark");
        Interleaved turns = new(rounds: 40, round: TimeSpan.FromMilliseconds(4));
        foreach (int size in sizes)
        {
            string[] ids = [.. Enumerable.Range(0, size).Select(i => $"01H{i:00000}")];
            IKlaviyoQueryable<Profile> query = klaviyo.Profiles.Where(p => ids.Contains(p.Id));
            if (size > LongestList)
                query = query.AllowFanOut(1_000);
            turns.Add($"{size}", () => query.ToRequestUris());
        }

        return (
            await GrowthComparison.MeasureAsync("lists", "Ids in a list", "ids", turns, sizes, warmUp: 10),
            "`Where(p => ids.Contains(p.Id))`, translated. Up to 400 ids are one request, by a plan; 7,500 characters hold no more, and with `AllowFanOut` longer lists become several requests, which are judged anew each time.");
    }

    private static IKlaviyoQueryable<Profile> Distinct(KlaviyoContext klaviyo, int number)
    {
        string email = $"{number}@example.com";
        return klaviyo.Profiles.Where(p => p.Email == email).OrderBy(p => p.Created).Take(number);
    }

    private static string Held(KlaviyoContext klaviyo)
    {
        const int Flood = 40_000;
        PlanCache plans = PlanCache.For(KlaviyoCatalogue.Newest, ModelMap.Empty);
        Translate(klaviyo, 0, Flood);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Translate(klaviyo, Flood, Flood);
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        WeakReference[] captured = [Capture(klaviyo, LongestList), Capture(klaviyo, 10_000)];
        GC.Collect();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"After {2 * Flood:N0} distinct queries there are {plans.Count:N0} plans; the later half made the live heap larger by {grown:N0} bytes. Of two captured lists, of {LongestList} and 10,000 ids, {captured.Count(reference => reference.IsAlive)} were alive after their queries.");
    }

    private static object? Translate(KlaviyoContext klaviyo, int from, int count)
    {
        for (int number = from + 1; number <= from + count; number++)
            Distinct(klaviyo, number).ToRequestUri();
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Capture(KlaviyoContext klaviyo, int count)
    {
        string[] ids = [.. Enumerable.Range(0, count).Select(i => $"01H{i:00000}")];
        for (int times = 0; times < 3; times++)
            klaviyo.Profiles.Where(p => ids.Contains(p.Id)).AllowFanOut(1_000).ToRequestUris();
        return new WeakReference(ids);
    }
}
