using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace KlaviyoLinq.Benchmarks.Measuring;

/// <summary>Measurements as ratios to one of them, for a console and for <c>benchmarks/Results</c>.</summary>
internal sealed class RatioTable
{
    private readonly StringBuilder _text = new();

    /// <param name="title">What was measured, as a heading.</param>
    /// <param name="explanation">What the candidates do.</param>
    internal RatioTable(string title, string explanation) => _text.Append("# ").Append(title).Append("\n\n").Append(explanation).Append("\n\n");

    /// <summary>Adds a table in which everything is relative to the first measurement.</summary>
    internal RatioTable Add(IReadOnlyList<Measurement> measurements)
    {
        Measurement floor = measurements[0];
        _text.Append("| candidate | time | processor time | bytes | bytes a run |\n|---|---:|---:|---:|---:|\n");
        foreach (Measurement measurement in measurements)
        {
            _text.Append(
                CultureInfo.InvariantCulture,
                $"| {measurement.Name} | {measurement.Seconds / floor.Seconds:0.00}× | {measurement.ProcessorSeconds / floor.ProcessorSeconds:0.00}× | {Ratio(measurement.Bytes, floor.Bytes)} | {measurement.Bytes:N0} |\n");
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Adds a table of times alone.</summary>
    internal RatioTable AddTimes(IReadOnlyList<Measurement> measurements)
    {
        _text.Append("| candidate | time | processor time |\n|---|---:|---:|\n");
        foreach (Measurement measurement in measurements)
            _text.Append(CultureInfo.InvariantCulture, $"| {measurement.Name} | {measurement.Seconds / measurements[0].Seconds:0.00}× | {measurement.ProcessorSeconds / measurements[0].ProcessorSeconds:0.00}× |\n");
        _text.Append('\n');
        return this;
    }

    internal RatioTable Add(string paragraph)
    {
        _text.Append(paragraph).Append("\n\n");
        return this;
    }

    /// <summary>Prints the table and, when a folder is given, writes it there with the machine and the date.</summary>
    internal void Publish(string? folder, string file)
    {
        Console.WriteLine(_text.ToString());
        if (folder is null)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), _text + Circumstances());
    }

    // A floor that allocates nothing is not a measure.
    private static string Ratio(double bytes, double floor) => floor == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{bytes / floor:0.00}×");

    private static string Circumstances() => string.Create(
        CultureInfo.InvariantCulture,
        $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd} with {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSArchitecture} ({Environment.ProcessorCount} cores, shared with other work). ")
        + "Every number is the first quartile of many short rounds in which all candidates take turns in random order; only the ratios mean anything. "
        + "Where other work takes the machine away in the middle of a turn, time is stretched and processor time is not.\n";
}
