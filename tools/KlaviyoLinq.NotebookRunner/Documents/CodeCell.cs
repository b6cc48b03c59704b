using System.Text.Json.Nodes;
using static System.FormattableString;

namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>A cell with code.</summary>
/// <param name="Number">Its number among the cells with code, from 1; also its execution count.</param>
/// <param name="Id">Its id in the file.</param>
/// <param name="Source">The code.</param>
/// <param name="MayFail">Whether the cell is tagged <c>raises-exception</c>, by which Jupyter's own tools know that an error is meant.</param>
/// <param name="ExecutionCount">The execution count in the file; null for a cell that was not run.</param>
/// <param name="Outputs">The outputs in the file.</param>
internal sealed record CodeCell(int Number, string Id, string Source, bool MayFail, int? ExecutionCount, JsonArray Outputs)
{
    /// <summary>Name of the cell in messages and stack traces.</summary>
    internal string Name => Invariant($"In [{Number}]");

    public override string ToString() => $"cell {Name} ({Id})";
}
