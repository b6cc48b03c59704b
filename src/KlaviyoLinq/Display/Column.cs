namespace KlaviyoLinq.Display;

/// <summary>A column of a grid.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value of a row.</param>
/// <param name="IsAlwaysShown">Whether it is shown when no row has anything in it: selected columns are, others are not.</param>
internal sealed record Column(string Name, Func<object, object?> Value, bool IsAlwaysShown)
{
    /// <summary>The text of a row's cell; empty for null.</summary>
    internal string Text(object? row) => row is null ? "" : CellText.Of(Value(row));
}
