using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Streaming;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Growing;

/// <summary>Longer streams, and more of them at once.</summary>
internal static class StreamGrowth
{
    private const int PageSize = 100;

    internal static async Task<(Growth Growth, string Remark)> ItemsAsync()
    {
        int[] sizes = [1_000, 10_000, 100_000, 1_000_000];
        using CannedServer server = await CannedServer.StartAsync(sizes[^1] / PageSize);
        using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress);
        Interleaved turns = new(rounds: 5, round: TimeSpan.FromMilliseconds(50));
        foreach (int size in sizes)
            turns.Add($"{size}", () => StreamAsync(klaviyo, size));
        return (
            await GrowthComparison.MeasureAsync("items", "Profiles in one stream", "profiles", turns, sizes, warmUp: 1),
            "Whole profiles in pages of 100, over loopback.");
    }

    internal static async Task<(Growth Growth, string Remark)> StreamsAsync()
    {
        const int Pages = 20;
        int[] sizes = [1, 2, 4, 8, 16, 32, 64];
        using CannedServer server = await CannedServer.StartAsync(Pages);
        using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress);
        Interleaved turns = new(rounds: 20, round: TimeSpan.FromMilliseconds(10));
        foreach (int size in sizes)
            turns.Add($"{size}", () => new ValueTask(Task.WhenAll(Enumerable.Range(0, size).Select(_ => StreamAsync(klaviyo, Pages * PageSize).AsTask()))));
        return (
            await GrowthComparison.MeasureAsync("streams", "Streams at the same time", "streams", turns, sizes, warmUp: 10),
            "Each of 2,000 whole profiles, all from one context. One stream waits for its pages, several fill the gaps of each other, until two cores are busy.");
    }

    private static async ValueTask StreamAsync(KlaviyoContext klaviyo, int profiles)
    {
        int count = 0;
        await foreach (Profile profile in klaviyo.Profiles.Take(profiles))
            count += profile.Id.Length > 0 ? 1 : 0;
        if (count != profiles)
            throw new InvalidOperationException($"{count} profiles came.");
    }
}
