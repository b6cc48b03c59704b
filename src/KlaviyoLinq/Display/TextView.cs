using System.Text;

namespace KlaviyoLinq.Display;

/// <summary>Writes a view as text for a terminal.</summary>
internal static class TextView
{
    internal static string Write(View view)
    {
        StringBuilder text = new();
        if (view.Title.Length > 0)
            text.Append(view.Title).Append('\n');
        if (view.Text is not null)
            text.Append(view.Text).Append('\n');
        foreach (ViewFact fact in view.Facts)
            foreach (string line in fact.Lines)
                text.Append("  ").Append(fact.Name.PadRight(6)).Append(' ').Append(line).Append('\n');
        if (view.Grid is { } grid)
            Append(text, grid);
        return text.ToString().TrimEnd('\n');
    }

    private static void Append(StringBuilder text, Grid grid)
    {
        int[] widths = [.. grid.Columns.Select((column, index) => grid.Rows.Select(row => row[index].Length).Append(column.Length).Max())];
        AppendLine(text, grid.Columns, widths);
        AppendLine(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (IReadOnlyList<string> row in grid.Rows)
            AppendLine(text, row, widths);
        if (grid.More > 0)
            text.Append("and ").Append(Numbers.Grouped(grid.More)).Append(" more\n");
    }

    private static void AppendLine(StringBuilder text, IReadOnlyList<string> cells, int[] widths) =>
        text.Append(string.Join("  ", cells.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd()).Append('\n');
}
