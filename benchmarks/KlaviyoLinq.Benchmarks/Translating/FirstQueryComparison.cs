using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Peers;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>Comparison of the first query of a process: each measurement is a fresh process that does one thing once.</summary>
internal static class FirstQueryComparison
{
    private const int Rounds = 15;

    private static readonly (string Mode, string Name)[] _modes =
    [
        ("tree", "building the tree, cold"),
        ("translate", "the same, and translating it to its address, cold"),
        ("ef", "EF Core 10: building the tree and ToQueryString, cold"),
    ];

    /// <param name="args">The command; after <c>--ready-to-run</c>, the folder that this program was published to with PublishReadyToRun.</param>
    internal static async Task RunAsync(string[] args)
    {
        string program = typeof(FirstQueryComparison).Assembly.Location;
        int published = Array.IndexOf(args, "--ready-to-run") + 1;
        RatioTable table = new(
            "The first query of a process",
            $"Each of {Rounds} rounds starts a process for every candidate, which does its work once: the context, the query of the translation benchmark, and what becomes of it.");
        if (published == 0)
        {
            table.AddTimes(await MeasureAsync(program));
        }
        else
        {
            // Both in every round, so that what else the machine does hits both.
            IReadOnlyList<Measurement> all = await MeasureAsync(program, Path.Combine(args[published], Path.GetFileName(program)));
            table.Add("Compiled as the program runs, which is how libraries come:").AddTimes([.. all.Take(_modes.Length)])
                .Add("The whole program, libraries included, published with PublishReadyToRun:").AddTimes([.. all.Skip(_modes.Length)]);
        }

        table.Publish(ResultsFolder.Of(args), "first-query.md");
    }

    private static async Task<IReadOnlyList<Measurement>> MeasureAsync(params string[] programs)
    {
        Random random = new(1);
        (string Program, string Mode, string Name)[] candidates = [.. programs.SelectMany(program => _modes.Select(mode => (program, mode.Mode, mode.Name)))];
        Dictionary<(string, string), List<(double Time, double Processor)>> times = candidates.ToDictionary(
            candidate => (candidate.Program, candidate.Mode), _ => new List<(double Time, double Processor)>());
        for (int round = 0; round < Rounds; round++)
        {
            (string Program, string Mode, string Name)[] order = [.. candidates];
            random.Shuffle(order);
            foreach ((string program, string mode, _) in order)
                times[(program, mode)].Add(await InFreshProcessAsync(program, mode));
        }

        return
        [
            .. from candidate in candidates
               let rounds = times[(candidate.Program, candidate.Mode)]
               select new Measurement(candidate.Name, FirstQuartile(rounds.Select(round => round.Time)), double.NaN)
               {
                   ProcessorSeconds = FirstQuartile(rounds.Select(round => round.Processor)),
               },
        ];
    }

    /// <summary>Task of the fresh process, done once.</summary>
    internal static void RunOnce(string mode)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(mode switch { "tree" => Tree(), "translate" => Translated(), _ => EntityFramework() });
        double taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{taken:R} {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:R}"));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Tree() => new SeenQuery().Plain().Expression;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Uri Translated() => new SeenQuery().TranslatePlain();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string EntityFramework() => PeerQueries.EntityFrameworkAlone();

    private static double FirstQuartile(IEnumerable<double> values) => values.Order().ElementAt((Rounds - 1) / 4);

    private static async Task<(double Time, double Processor)> InFreshProcessAsync(string program, string mode)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "first-query-once", mode]) { RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        string[] taken = output.Split(' ');
        return (double.Parse(taken[0], CultureInfo.InvariantCulture), double.Parse(taken[1], CultureInfo.InvariantCulture));
    }
}
