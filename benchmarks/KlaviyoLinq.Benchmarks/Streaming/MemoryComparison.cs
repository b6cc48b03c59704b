using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>A stream must not grow: the live heap late in one beside that earlier on, and the bytes for each profile of a long stream beside those of a short one.</summary>
internal static class MemoryComparison
{
    internal static async Task RunAsync(string[] args)
    {
        RatioTable table = new("Memory of a stream", "Whole profiles in pages of 100.");
        (double shortRun, _) = await StreamAsync(100);
        (double longRun, _) = await StreamAsync(5_000);
        table.Add(Text($"Bytes for each profile: {shortRun:N0} over 100 pages, {longRun:N0} over 5,000; ratio {longRun / shortRun:0.0000}."));
        (_, long[] heap) = await StreamAsync(3_000, 1_500, 2_900);
        table.Add(Text($"Live heap: {heap[0]:N0} bytes after page 1,500, {heap[1]:N0} after page 2,900; ratio {(double)heap[1] / heap[0]:0.000}."));
        table.Publish(ResultsFolder.Of(args), "memory.md");
    }

    private static async Task<(double BytesPerProfile, long[] LiveHeap)> StreamAsync(int pages, params int[] looks)
    {
        using CannedServer server = await CannedServer.StartAsync(pages);
        using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress);
        await foreach (Profile first in klaviyo.Profiles.Take(2_000))
            GC.KeepAlive(first);

        long[] heap = new long[looks.Length];
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long count = 0;
        await foreach (Profile profile in klaviyo.Profiles)
        {
            count++;
            if (Array.IndexOf(looks, (int)(count / 100)) is >= 0 and int look && count % 100 == 0)
                heap[look] = GC.GetTotalMemory(forceFullCollection: true);
        }

        return ((double)(GC.GetTotalAllocatedBytes(precise: true) - before) / count, heap);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
