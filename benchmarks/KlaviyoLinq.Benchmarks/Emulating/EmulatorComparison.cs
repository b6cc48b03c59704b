using System.Globalization;
using System.Security.Cryptography;
using KlaviyoLinq.Benchmarks.Measuring;

namespace KlaviyoLinq.Benchmarks.Emulating;

/// <summary>Comparison of the emulator with a server of prepared pages: speed, start-up time and memory.</summary>
internal static class EmulatorComparison
{
    private const int Profiles = 10_000;
    private const int Turn = 20;
    private const int WarmUp = 4000;
    private const int Million = 1_000_000;
    private const double MiB = 1024 * 1024;

    private const string Whole = "/api/profiles?page%5Bsize%5D=100";
    private const string Sorted = "/api/profiles?sort=-updated&page%5Bsize%5D=100";
    private const string Sparse = "/api/profiles?fields%5Bprofile%5D=email,first_name,location.city&page%5Bsize%5D=100";

    internal static async Task RunAsync(string[] args)
    {
        RatioTable table = new(
            "The emulator beside canned pages",
            $"Both servers run in processes of their own; one client asks both, over one connection each, for the same pages of 100 of {Profiles:N0} profiles, and follows the cursors.");
        await CompareAsync(table);
        if (!args.Contains("--rates-only"))
        {
            await AddStartAsync(table);
            await AddSizeAsync(table);
        }
        table.Publish(ResultsFolder.Of(args), "emulator.md");
    }

    private static async Task CompareAsync(RatioTable table)
    {
        using ServerProcess emulator = await ServerProcess.EmulatorAsync(Profiles);
        using ServerProcess canned = await ServerProcess.CannedAsync(emulator.Address, Whole, Sorted, Sparse);
        foreach ((string name, string target) in new[]
            {
                ("whole profiles", Whole),
                ("whole profiles, newest change first", Sorted),
                ("three members of each", Sparse),
            })
        {
            using PageWalk ready = new(canned.Address, target);
            using PageWalk written = new(emulator.Address, target);
            if (await DigestAsync(ready) != await DigestAsync(written))
                throw new InvalidOperationException("The two servers do not send the same pages.");
            // A server is warm when its hot methods have been compiled for the last time; on a busy machine that takes a while.
            await ready.OnAsync(WarmUp);
            await written.OnAsync(WarmUp);
            (IReadOnlyList<Measurement> measurements, double processor) = await MeasureAsync(
                ("canned", canned, ready), ("the emulator", emulator, written));
            table.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: the emulator sends at {measurements[0].Seconds / measurements[1].Seconds:0.00} of the rate of the canned pages ({measurements[0].Seconds / Turn * 1e6:0} µs a page); a page costs its process {processor:0.0}× the processor time."));
        }
    }

    private static async Task<(IReadOnlyList<Measurement> Measurements, double Processor)> MeasureAsync(
        (string Name, ServerProcess Server, PageWalk Walk) floor, (string Name, ServerProcess Server, PageWalk Walk) other)
    {
        Interleaved run = new(rounds: 400, round: TimeSpan.FromMilliseconds(1));
        (string, ServerProcess Server, PageWalk)[] both = [floor, other];
        int[] turns = new int[2];
        foreach ((int index, (string name, _, PageWalk walk)) in both.Index())
            run.Add(name, () =>
            {
                turns[index]++;
                return walk.OnAsync(Turn);
            });
        TimeSpan[] before = [.. both.Select(one => one.Server.ProcessorTime)];
        IReadOnlyList<Measurement> measurements = await run.RunAsync();
        double[] spent = [.. both.Select((one, index) => (one.Server.ProcessorTime - before[index]).TotalSeconds / turns[index])];
        return (measurements, spent[1] / spent[0]);
    }

    private static async Task AddStartAsync(RatioTable table)
    {
        StartCheck.Outcome start = await StartCheck.RunAsync(1000, Whole);
        table.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"Start to first answer (the built program with 1,000 profiles): {start.Time.TotalMilliseconds:0} ms in the median, {start.Fastest.TotalMilliseconds:0} ms at best, {start.ProcessorTime.TotalMilliseconds:0} ms of processor time. The server of the canned pages, with none, takes {start.Floor.TotalMilliseconds:0} ms until it listens."));
    }

    private static async Task AddSizeAsync(RatioTable table)
    {
        SizeCheck size = await SizeCheck.RunAsync(Million, Whole, Sorted);
        table.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{Million:N0} profiles: {size.Resident / MiB:N0} MiB resident after pages in two orders, {size.Peak / MiB:N0} MiB at most, {size.Filling.TotalSeconds:0} s from start until it listens."));
    }

    private static async Task<string> DigestAsync(PageWalk walk)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await walk.RoundAsync((_, page) => hash.AppendData(page));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
