using System.Globalization;
using KlaviyoLinq.Benchmarks.Measuring;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace KlaviyoLinq.Benchmarks.Growing;

/// <summary>Draws growth on logarithmic axes, where what is linear is a straight line at 45 degrees.</summary>
internal static class GrowthPlot
{
    internal static void Save(Growth growth, string file)
    {
        using Plot plot = new();
        Add(plot, growth, cost => cost.ProcessorSeconds, string.Create(CultureInfo.InvariantCulture, $"processor time, exponent {growth.ExponentOfWork:0.00}"));
        Add(plot, growth, cost => cost.Seconds, string.Create(CultureInfo.InvariantCulture, $"time, exponent {growth.ExponentOfTime:0.00}"));
        double first = Math.Log10(growth.Points[0].Size);
        double last = Math.Log10(growth.Points[^1].Size);
        var linear = plot.Add.Line(first, 0, last, last - first);
        (linear.LegendText, linear.LinePattern, linear.Color) = ("linear", LinePattern.Dashed, Colors.Gray);
        plot.Axes.Bottom.TickGenerator = Powers();
        plot.Axes.Left.TickGenerator = Powers();
        plot.Title(growth.Title);
        plot.XLabel(growth.Of);
        plot.YLabel("beside the smallest");
        plot.ShowLegend(Alignment.UpperLeft);
        File.WriteAllText(file, plot.GetSvgXml(640, 400).ReplaceLineEndings("\n").Trim() + "\n");
    }

    private static void Add(Plot plot, Growth growth, Func<Measurement, double> cost, string name)
    {
        double[] sizes = [.. growth.Points.Select(point => Math.Log10(point.Size))];
        double[] costs = [.. growth.Points.Select(point => Math.Log10(cost(point.Cost) / cost(growth.Points[0].Cost)))];
        plot.Add.Scatter(sizes, costs).LegendText = name;
    }

    private static NumericAutomatic Powers() => new()
    {
        IntegerTicksOnly = true,
        MinorTickGenerator = new LogMinorTickGenerator(),
        LabelFormatter = power => Math.Pow(10, power).ToString(power < 0 ? "0.##" : "N0", CultureInfo.InvariantCulture),
    };
}
