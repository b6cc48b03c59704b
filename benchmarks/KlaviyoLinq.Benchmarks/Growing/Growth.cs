using System.Globalization;
using System.Text;
using KlaviyoLinq.Benchmarks.Measuring;

namespace KlaviyoLinq.Benchmarks.Growing;

/// <summary>Cost of a piece of work as it grows.</summary>
/// <param name="Name">The part of the comparison, and of the picture's file name.</param>
/// <param name="Title">What grows.</param>
/// <param name="Of">What is counted.</param>
/// <param name="Points">Sizes and what they cost, smallest first.</param>
internal sealed record Growth(string Name, string Title, string Of, IReadOnlyList<(int Size, Measurement Cost)> Points)
{
    /// <summary>The exponent of the time that passes.</summary>
    internal double ExponentOfTime => Exponent(cost => cost.Seconds);

    /// <summary>The exponent of the processor time.</summary>
    internal double ExponentOfWork => Exponent(cost => cost.ProcessorSeconds);

    /// <summary>The measurements as a table, with the exponents below.</summary>
    internal string Table()
    {
        (int firstSize, Measurement first) = Points[0];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"| {Of} | time | processor time | the same for each | bytes for each |\n|---:|---:|---:|---:|---:|\n");
        foreach ((int size, Measurement cost) in Points)
        {
            double work = cost.ProcessorSeconds / first.ProcessorSeconds;
            text.Append(CultureInfo.InvariantCulture, $"| {size:N0} | {Ratio(cost.Seconds / first.Seconds)} | {Ratio(work)} | {Ratio(work * firstSize / size)} | {cost.Bytes / size:N0} |\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nFitted exponent: {ExponentOfWork:0.00} of the processor time, {ExponentOfTime:0.00} of the time.")
            .ToString();
    }

    // The slope of the straight line through the logarithms.
    private double Exponent(Func<Measurement, double> cost)
    {
        double[] x = [.. Points.Select(point => Math.Log(point.Size))];
        double[] y = [.. Points.Select(point => Math.Log(cost(point.Cost)))];
        (double meanX, double meanY) = (x.Average(), y.Average());
        return x.Zip(y).Sum(point => (point.First - meanX) * (point.Second - meanY)) / x.Sum(one => (one - meanX) * (one - meanX));
    }

    private static string Ratio(double ratio) => ratio.ToString(ratio < 100 ? "0.00×" : "N0", CultureInfo.InvariantCulture) + (ratio < 100 ? "" : "×");
}
