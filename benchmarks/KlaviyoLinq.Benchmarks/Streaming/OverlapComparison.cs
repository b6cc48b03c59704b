using System.Diagnostics;
using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>A server that takes 20 ms for a page, and a consumer that takes a while, too: with <c>Prefetch</c> both continue at the same time.</summary>
internal static class OverlapComparison
{
    private const int Pages = 20;
    private const int Rounds = 6;
    private static readonly TimeSpan _latency = TimeSpan.FromMilliseconds(20);

    internal static async Task RunAsync(string[] args)
    {
        using CannedServer server = await CannedServer.StartAsync(Pages, _latency);
        RatioTable table = new(
            "Overlap of fetching and working",
            $"{Pages} pages of 100 profiles; the server waits {_latency.TotalMilliseconds} ms before each. What counts is the time of a page in the middle of the stream, from one to the next.");
        foreach (bool prefetch in new[] { true, false })
        {
            using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress, prefetch);
            List<double>[] pages = [[], [], []];
            for (int round = 0; round <= Rounds; round++)
            {
                for (int halves = 0; halves < pages.Length; halves++)
                {
                    List<double> times = await PagesAsync(klaviyo, _latency * halves / 2);
                    if (round > 0)
                        pages[halves].AddRange(times);
                }
            }

            double[] rates = [.. pages.Select(times => 1 / FirstQuartile(times))];
            table.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{(prefetch ? "With" : "Without")} `Prefetch`, relative to the rate without work: work of half the latency {rates[1] / rates[0]:0.00}; work as long as the latency {rates[2] / rates[0]:0.00}."));
        }

        table.Add(await BreakAsync());
        table.Publish(ResultsFolder.Of(args), "overlap.md");
    }

    /// <summary>The times from each page to the next, without the first, which nothing was fetched ahead of.</summary>
    private static async Task<List<double>> PagesAsync(KlaviyoContext klaviyo, TimeSpan work)
    {
        List<double> times = [];
        long last = Stopwatch.GetTimestamp();
        int count = 0;
        await foreach (Profile profile in klaviyo.Profiles)
        {
            if (++count % 100 != 0)
                continue;
            if (work > TimeSpan.Zero)
                Work(work);
            times.Add(Stopwatch.GetElapsedTime(last).TotalSeconds);
            last = Stopwatch.GetTimestamp();
        }

        return times[1..^1];
    }

    /// <summary>Number of wasted requests when the caller stops within the third page.</summary>
    private static async Task<string> BreakAsync()
    {
        using CannedServer server = await CannedServer.StartAsync(Pages);
        using SocketsHttpHandler sockets = new() { AllowAutoRedirect = false };
        using CountingHandler counting = new(sockets);
        using KlaviyoContext klaviyo = FreeContext.At(server.BaseAddress, prefetch: true, counting);
        int most = 0;
        for (int round = 0; round < 200; round++)
        {
            counting.Count = 0;
            int count = 0;
            await foreach (Profile profile in klaviyo.Profiles)
                if (++count == 250)
                    break;
            most = Math.Max(most, counting.Count - 3);
        }

        return $"Who breaks off within the third page has wasted {most} request at most (200 runs).";
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

    private static double FirstQuartile(List<double> times) => times.Order().ElementAt(times.Count / 4);
}
