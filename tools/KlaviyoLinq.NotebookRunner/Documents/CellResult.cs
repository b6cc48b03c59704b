using System.Text.Json.Nodes;

namespace KlaviyoLinq.NotebookRunner.Documents;

/// <summary>Result of running a cell.</summary>
/// <param name="ExecutionCount">Its number.</param>
/// <param name="Outputs">Its outputs, as nbformat has them.</param>
/// <param name="Error">What went wrong, with cell and line; null when nothing did.</param>
internal sealed record CellResult(int ExecutionCount, JsonArray Outputs, string? Error);
