namespace KlaviyoLinq.Errors;

/// <summary>
/// Klaviyo cannot answer the query. Nothing was sent. <see cref="Findings"/> holds every reason, each with the piece of C# it is about
/// and what can be written instead.
/// </summary>
public sealed class UntranslatableQueryException : KlaviyoException
{
    internal UntranslatableQueryException(IReadOnlyList<KlaviyoFinding> findings)
        : base(Describe(findings)) => Findings = findings;

    /// <summary>Every reason why the query cannot be answered; never empty.</summary>
    public IReadOnlyList<KlaviyoFinding> Findings { get; }

    private static string Describe(IReadOnlyList<KlaviyoFinding> findings) =>
        (findings.Count == 1 ? "Klaviyo cannot answer this query:" : $"Klaviyo cannot answer this query, for {findings.Count} reasons:")
        + "\n\n" + string.Join("\n\n", findings);
}
