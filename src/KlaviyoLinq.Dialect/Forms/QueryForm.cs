namespace KlaviyoLinq.Forms;

/// <summary>A query as it was written, in the order in which it was written, before anyone has judged it.</summary>
internal sealed class QueryForm(string operationPath, IReadOnlyList<Stage> stages, TerminalKind terminal)
{
    /// <summary>The path template of the operation behind the set: <c>/api/profiles</c>.</summary>
    internal string OperationPath { get; } = operationPath;

    internal IReadOnlyList<Stage> Stages { get; } = stages;

    internal TerminalKind Terminal { get; } = terminal;
}
