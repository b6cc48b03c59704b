namespace KlaviyoLinq.Forms;

/// <summary>A query as it was written, in the order in which it was written, before anyone has judged it.</summary>
internal sealed class QueryForm(string operationPath, IReadOnlyList<Stage> stages, TerminalKind terminal)
{
    /// <summary>
    /// The path template of the operation that the query starts at: <c>/api/profiles</c>, <c>/api/lists/{id}/profiles</c>. A set without
    /// a collection starts at the operation for one resource (<c>/api/flow-actions/{id}</c>) without a key.
    /// </summary>
    internal string OperationPath { get; } = operationPath;

    /// <summary>The resource that the path's id names; null where the query starts at a whole set.</summary>
    internal ResourceKey? Key { get; init; }

    /// <summary>The public id of the company whose data is asked for; null where a private key tells the account.</summary>
    internal string? CompanyId { get; init; }

    internal IReadOnlyList<Stage> Stages { get; } = stages;

    internal TerminalKind Terminal { get; } = terminal;
}
