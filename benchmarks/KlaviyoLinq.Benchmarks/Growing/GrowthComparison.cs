using KlaviyoLinq.Benchmarks.Measuring;

namespace KlaviyoLinq.Benchmarks.Growing;

/// <summary>Comparison of how cost grows with the work: more rows, more concurrent streams, more distinct queries, longer lists.</summary>
internal static class GrowthComparison
{
    private static readonly (string Name, Func<Task<(Growth Growth, string Remark)>> Measure)[] _parts =
    [
        ("items", StreamGrowth.ItemsAsync),
        ("streams", StreamGrowth.StreamsAsync),
        ("queries", QueryGrowth.QueriesAsync),
        ("lists", QueryGrowth.ListsAsync),
    ];

    /// <param name="args">The command, the parts to run (all when none is named), and <c>--write</c>.</param>
    internal static async Task RunAsync(string[] args)
    {
        string[] asked = [.. args.Skip(1).Where(argument => !argument.StartsWith('-'))];
        if (asked.FirstOrDefault(name => !_parts.Any(part => part.Name == name)) is { } unknown)
            throw new ArgumentException($"There is no part '{unknown}'. There are: {string.Join(", ", _parts.Select(part => part.Name))}.");
        RatioTable page = new(
            "Cost as work grows",
            "Times are relative to the smallest size; the exponent is that of the power that fits all sizes best: 1 is linear, less is better. On a machine with other work, the time of a long run is stretched more than that of a short one, and the processor time of both is not. In the pictures both axes are logarithmic, and the dashed line is linear.");
        string? folder = ResultsFolder.Of(args);
        foreach ((string name, Func<Task<(Growth Growth, string Remark)>> measure) in _parts.Where(part => asked.Length == 0 || asked.Contains(part.Name)))
        {
            (Growth growth, string remark) = await measure();
            page.Add("## " + growth.Title).Add($"![{growth.Title}](growth-{name}.svg)").Add(growth.Table()).Add(remark);
            if (folder is not null)
                GrowthPlot.Save(growth, Path.Combine(folder, $"growth-{name}.svg"));
        }

        // A page of some parts would leave out what was known of the others.
        page.Publish(asked.Length == 0 ? folder : null, "growth.md");
    }

    /// <summary>Measures sizes side by side.</summary>
    internal static async Task<Growth> MeasureAsync(string name, string title, string of, Interleaved turns, int[] sizes, int warmUp) =>
        new(name, title, of, [.. sizes.Zip(await turns.RunAsync(warmUp))]);
}
