namespace KlaviyoLinq.Display;

/// <summary>Rows as text.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The cells of each row that is shown, one for each column.</param>
/// <param name="More">How many rows there are besides.</param>
internal sealed record Grid(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int More);
