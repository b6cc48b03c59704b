namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Facts of one operation that writes which its document does not state in a form that a program can read.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Family">The kind of the operation: <c>create</c>, <c>bulk-job</c>, <c>report</c> …</param>
/// <param name="Repeat">The effect of sending the same request twice: <c>read</c>, <c>idempotent</c>, <c>repeatable</c>, <c>keyed</c>, <c>guarded</c>
/// or <c>unsafe</c>.</param>
/// <param name="Evidence">The source of <paramref name="Repeat"/>: <c>document</c>, <c>live</c> or <c>inferred</c>.</param>
/// <param name="Reason">The reason for <paramref name="Repeat"/>.</param>
internal sealed record WriteEvidence(string Operation, string Family, string Repeat, string Evidence, string Reason)
{
    /// <summary>The path of the array, within <c>data</c> or <c>data</c> itself, that <see cref="MaximumItems"/> counts.</summary>
    public string? Items { get; init; }

    public int? MaximumItems { get; init; }

    public int? MaximumBytes { get; init; }

    public bool Irreversible { get; init; }

    /// <summary>The deviation of the live API from the document.</summary>
    public string? Live { get; init; }

    /// <summary>Statuses of success that the live API sends and the document does not list.</summary>
    public IReadOnlyList<int> AlsoAnswers { get; init; } = [];

    /// <summary>Rules of the body that its schema does not state.</summary>
    public IReadOnlyList<WriteRule> Rules { get; init; } = [];
}
