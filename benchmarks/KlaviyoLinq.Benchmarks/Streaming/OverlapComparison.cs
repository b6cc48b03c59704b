using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>A server that takes 20 ms for a page, and a consumer that takes a while, too: with <c>Prefetch</c> both go on at the same time.</summary>
internal static class OverlapComparison
{
    private const int Pages = 40;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    internal static async Task RunAsync(string[] args)
    {
        using CannedServer server = await CannedServer.StartAsync(Pages, Latency);
        RatioTable table = new("Overlap of fetching and working", $"{Pages} pages of 100 profiles; the server waits {Latency.TotalMilliseconds} ms before each.");
        foreach (bool prefetch in new[] { true, false })
        {
            using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress, prefetch);
            double[] rates = new double[3];
            for (int round = 0; round < 5; round++)
                for (int halves = 0; halves < rates.Length; halves++)
                    rates[halves] = Math.Max(rates[halves], await RateAsync(klaviyo, Latency * halves / 2));
            table.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{(prefetch ? "With" : "Without")} `Prefetch`, relative to the rate without work: work of half the latency {rates[1] / rates[0]:0.00}; work as long as the latency {rates[2] / rates[0]:0.00}."));
        }

        table.Publish(ResultsFolder.Of(args), "overlap.md");
    }

    private static async Task<double> RateAsync(KlaviyoContext klaviyo, TimeSpan work)
    {
        long start = Stopwatch.GetTimestamp();
        int count = 0;
        await foreach (Profile profile in klaviyo.Profiles)
        {
            if (++count % 100 == 0 && work > TimeSpan.Zero)
                Work(work);
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    // By the clock, as a timer comes late by a millisecond or more.
    private static void Work(TimeSpan work)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan rest = work - TimeSpan.FromMilliseconds(2);
        if (rest > TimeSpan.Zero)
            Thread.Sleep(rest);
        while (Stopwatch.GetElapsedTime(start) < work)
            Thread.Yield();
    }
}
