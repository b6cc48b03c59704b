using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>
/// A stream must not grow: the live heap late in one beside that earlier on, and the bytes for each profile of a long stream beside those of a short
/// one.
/// </summary>
internal static class MemoryComparison
{
    private const int Short = 100;
    private const int Long = 5_000;

    // The first ones of a process also fill its pools, and let methods be compiled.
    private const int ShortRuns = 15;
    private static readonly int[] _looks = [1_500, 2_900];

    internal static async Task RunAsync(string[] args)
    {
        RatioTable table = new("Memory of a stream", "Whole profiles in pages of 100, with `Prefetch` and without.");
        using CannedServer server = await CannedServer.StartAsync(Long);
        using CannedServer shortServer = await CannedServer.StartAsync(Short);
        foreach (bool prefetch in new[] { false, true })
        {
            using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress, prefetch);
            using KlaviyoContext other = FreeContext.At(shortServer.BaseAddress, prefetch);
            List<double> shortRuns = [];
            for (int run = 0; run < ShortRuns; run++)
                shortRuns.Add((await StreamAsync(other)).BytesPerProfile);
            double shortRun = shortRuns.Order().ElementAt(ShortRuns / 2);
            double longRun = (await StreamAsync(klaviyo)).BytesPerProfile;
            long[] heap = (await StreamAsync(klaviyo, _looks)).LiveHeap;
            table.Add(prefetch ? "With `Prefetch`:" : "Without:");
            table.Add(Text($"Bytes for each profile: {shortRun:N1} over {Short} pages (the median of {ShortRuns} runs), {longRun:N1} over {Long:N0}; ratio {longRun / shortRun:0.0000}."));
            table.Add(Text($"Live heap: {heap[0]:N0} bytes after page {_looks[0]:N0}, {heap[1]:N0} after page {_looks[1]:N0}; ratio {(double)heap[1] / heap[0]:0.000}."));
        }

        table.Publish(ResultsFolder.Of(args), "memory.md");
    }

    /// <summary>Reads all pages, or up to the last look.</summary>
    private static async Task<(double BytesPerProfile, long[] LiveHeap)> StreamAsync(KlaviyoContext klaviyo, params int[] looks)
    {
        long[] heap = new long[looks.Length];
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long count = 0;
        await foreach (Profile profile in klaviyo.Profiles)
        {
            if (++count % 100 != 0 || Array.IndexOf(looks, (int)(count / 100)) is not (>= 0 and int look))
                continue;
            heap[look] = Live();
            if (look == looks.Length - 1)
                break;
        }

        return ((double)(GC.GetTotalAllocatedBytes(precise: true) - before) / count, heap);
    }

    // Twice, as what has a finalizer lives on until it has run.
    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
