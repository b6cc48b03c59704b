namespace KlaviyoLinq.Errors;

/// <summary>
/// Klaviyo cannot answer the query. Nothing was sent. <see cref="Findings"/> holds all reasons, each with the C# that causes it and what to write instead.
/// </summary>
public sealed class UntranslatableQueryException : KlaviyoException
{
    internal UntranslatableQueryException(IReadOnlyList<KlaviyoFinding> findings)
        : base(Describe(findings)) => Findings = findings;

    /// <summary>All reasons why the query cannot be answered; never empty.</summary>
    public IReadOnlyList<KlaviyoFinding> Findings { get; }

    private static string Describe(IReadOnlyList<KlaviyoFinding> findings) =>
        (findings.Count == 1 ? "Klaviyo cannot answer this query:" : $"Klaviyo cannot answer this query, for {findings.Count} reasons:")
        + "\n\n" + string.Join("\n\n", findings);
}
