namespace KlaviyoLinq.Display;

/// <summary>Makes a grid of rows.</summary>
internal static class GridBuilder
{
    /// <summary>Default number of displayed rows.</summary>
    internal const int UsualRows = 20;

    internal static Grid Rows<T>(IReadOnlyCollection<T> rows, int maximum)
    {
        T[] shown = [.. rows.Take(maximum)];
        Column[] columns = [.. Columns.Of(RowType(shown)).Where(column => column.IsAlwaysShown || shown.Any(row => column.Text(row).Length > 0))];
        return new Grid(
            [.. columns.Select(column => column.Name)], [.. shown.Select(row => columns.Select(column => column.Text(row)).ToArray())],
            rows.Count - shown.Length);
    }

    // Rows of a query expression that has lost its type (IEnumerable<object>) are shown as what they are, where they are all the same.
    private static Type RowType<T>(T[] rows) =>
        !typeof(T).IsSealed && rows.Select(row => row?.GetType()).Distinct().ToArray() is [{ } only] ? only : typeof(T);
}
