namespace KlaviyoLinq.Forms;

/// <summary>A query as it was written, operator by operator, before it is judged.</summary>
internal sealed class QueryForm(string operationPath, IReadOnlyList<Stage> stages, TerminalKind terminal)
{
    /// <summary>
    /// The path template of the operation that the query starts at: <c>/api/profiles</c>, <c>/api/lists/{id}/profiles</c>. A set without
    /// a collection starts at the operation for one resource (<c>/api/flow-actions/{id}</c>) without a key.
    /// </summary>
    internal string OperationPath { get; } = operationPath;

    /// <summary>The resource that the path's id names; null where the query starts at a whole set.</summary>
    internal ResourceKey? Key { get; init; }

    /// <summary>The relationship of that resource, where the query starts at one by name; <see cref="OperationPath"/> is empty then. Null otherwise.</summary>
    internal Relation? Relation { get; init; }

    /// <summary>The public id of the company whose data is requested; null where a private key identifies the account.</summary>
    internal string? CompanyId { get; init; }

    internal IReadOnlyList<Stage> Stages { get; } = stages;

    internal TerminalKind Terminal { get; } = terminal;

    /// <summary>The site of the query as a whole, for findings about no single operator: the place of the last operator that has one.</summary>
    /// <param name="start">The C# of the start of the query: <c>klaviyo.Campaigns</c>.</param>
    internal Site Whole(string start) =>
        new("", start, Stages.Select(stage => stage.Site.Call).LastOrDefault(call => call.File is not null) ?? KlaviyoCallSite.Unknown);
}
