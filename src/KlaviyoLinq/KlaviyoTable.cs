using KlaviyoLinq.Display;

namespace KlaviyoLinq;

/// <summary>
/// Table of rows, for display: in a notebook, or as aligned text on a terminal. Every public property of a row is a column; of resources only those
/// with a value. Cells are cut at 120 characters.
/// </summary>
[TypeFormatterSource(typeof(DisplaySource))]
public sealed class KlaviyoTable : IShown
{
    private readonly Grid _grid;

    private KlaviyoTable(Grid grid) => _grid = grid;

    /// <summary>Returns a table of rows: <c>KlaviyoTable.Of(await query.ToListAsync())</c>.</summary>
    /// <typeparam name="T">The type of a row; its public properties are the columns.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="maximumRows">The maximum number of rows shown; the number of further ones is reported. The default is 20.</param>
    /// <exception cref="ArgumentNullException">The rows are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static KlaviyoTable Of<T>(IEnumerable<T> rows, int maximumRows = GridBuilder.UsualRows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumRows);
        return new KlaviyoTable(GridBuilder.Rows(rows as IReadOnlyCollection<T> ?? [.. rows], maximumRows));
    }

    /// <summary>Returns the table as text with aligned columns.</summary>
    public override string ToString() => TextView.Write(((IShown)this).Show());

    View IShown.Show() => new("") { Grid = _grid };
}
