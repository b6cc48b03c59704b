using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Peers;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>What the first query of a process costs: each measurement is a fresh process that does one thing once.</summary>
internal static class FirstQueryComparison
{
    private const int Rounds = 15;

    private static readonly (string Mode, string Name)[] _modes =
    [
        ("tree", "building the tree, cold"),
        ("translate", "the same, and translating it to its address, cold"),
        ("ef", "EF Core 10: building the tree and ToQueryString, cold"),
    ];

    internal static async Task RunAsync(string[] args)
    {
        Random random = new(1);
        Dictionary<string, List<double>> times = _modes.ToDictionary(mode => mode.Mode, _ => new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            (string Mode, string Name)[] order = [.. _modes];
            random.Shuffle(order);
            foreach ((string mode, _) in order)
                times[mode].Add(await InFreshProcessAsync(mode));
        }

        new RatioTable("The first query of a process", $"Each of {Rounds} rounds starts a process for every candidate, which does its work once: the context, the query of the translation benchmark, and what becomes of it.")
            .AddTimes([.. _modes.Select(mode => new Measurement(mode.Name, times[mode.Mode].Order().ElementAt((Rounds - 1) / 4), double.NaN))])
            .Publish(ResultsFolder.Of(args), "first-query.md");
    }

    /// <summary>What the fresh process does: one thing, once.</summary>
    internal static void RunOnce(string mode)
    {
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(mode switch { "tree" => Tree(), "translate" => Translated(), _ => EntityFramework() });
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Tree() => new SeenQuery().Plain().Expression;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Uri Translated() => new SeenQuery().TranslatePlain();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string EntityFramework() => PeerQueries.EntityFrameworkAlone();

    private static async Task<double> InFreshProcessAsync(string mode)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(FirstQueryComparison).Assembly.Location);
        start.ArgumentList.Add("first-query-once");
        start.ArgumentList.Add(mode);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
