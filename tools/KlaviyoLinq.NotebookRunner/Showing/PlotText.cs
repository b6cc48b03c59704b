using System.Globalization;
using System.Text;
using ScottPlot;
using ScottPlot.Plottables;

namespace KlaviyoLinq.NotebookRunner.Showing;

/// <summary>
/// A plot in words: title, axes, and every series with its numbers. For those who cannot see the picture, and for comparing: the numbers are the same on every
/// machine, the picture depends on its fonts.
/// </summary>
internal static class PlotText
{
    internal static string Describe(Plot plot)
    {
        StringBuilder text = new();
        text.Append("plot: ").Append(plot.Axes.Title.Label.Text).Append('\n');
        text.Append("  x: ").Append(plot.Axes.Bottom.Label.Text).Append('\n');
        text.Append("  y: ").Append(plot.Axes.Left.Label.Text).Append('\n');
        foreach (IPlottable plottable in plot.PlottableList.Where(plottable => plottable.IsVisible))
            text.Append("  ").Append(Describe(plottable)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static string Describe(IPlottable plottable) => plottable switch
    {
        BarPlot bars => Series("bars", bars.LegendText, bars.Bars.Select(bar => (bar.Position, bar.Value))),
        Scatter line => Series("line", line.LegendText, line.Data.GetScatterPoints().Select(point => (point.X, point.Y))),
        Pie pie => "pie: " + string.Join(", ", pie.Slices.Select(slice => $"{slice.Label} {Number(slice.Value)}")),
        Heatmap map => $"heat map: {string.Join(" / ", RowsOf(map.Intensities))}",
        _ => $"{plottable.GetType().Name}: {Limits(plottable.GetAxisLimits())}",
    };

    private static string Series(string kind, string name, IEnumerable<(double X, double Y)> points) =>
        $"{kind}{(name.Length > 0 ? $" \"{name}\"" : "")}: {string.Join(" ", points.Select(point => $"({Number(point.X)}, {Number(point.Y)})"))}";

    private static IEnumerable<string> RowsOf(double[,] values) =>
        Enumerable.Range(0, values.GetLength(0))
            .Select(row => string.Join(" ", Enumerable.Range(0, values.GetLength(1)).Select(column => Number(values[row, column]))));

    private static string Limits(AxisLimits limits) =>
        $"x {Number(limits.Left)} to {Number(limits.Right)}, y {Number(limits.Bottom)} to {Number(limits.Top)}";

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
