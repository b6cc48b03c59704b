namespace KlaviyoLinq.Errors;

/// <summary>
/// Klaviyo cannot carry out the command. Nothing was sent. <see cref="Findings"/> holds all reasons, each with the C# that causes it and what to write instead.
/// </summary>
public sealed class KlaviyoCommandRefusedException : KlaviyoException
{
    internal KlaviyoCommandRefusedException(IReadOnlyList<KlaviyoFinding> findings)
        : base(Describe(findings)) => Findings = findings;

    /// <summary>All reasons why the command cannot be carried out; never empty.</summary>
    public IReadOnlyList<KlaviyoFinding> Findings { get; }

    private static string Describe(IReadOnlyList<KlaviyoFinding> findings) =>
        (findings.Count == 1 ? "Klaviyo cannot carry out this command:" : $"Klaviyo cannot carry out this command, for {findings.Count} reasons:")
        + "\n\n" + string.Join("\n\n", findings);
}
