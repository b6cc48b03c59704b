using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Finds the corrections that no longer apply to the newest revision, and says what to do with each.</summary>
internal static class StaleCorrections
{
    /// <param name="newest">The facts of the newest revision as they were distilled. They are corrected on the way.</param>
    /// <param name="older">Those of the older ones.</param>
    /// <param name="overrides">The overrides.</param>
    internal static IEnumerable<string> Find(KlaviyoSpec newest, IReadOnlyList<KlaviyoSpec> older, OverridesFile overrides)
    {
        CorrectionResult[] stale = [.. SpecCorrector.Results(newest, overrides).Where(result => !result.Met)];
        (string Revision, IReadOnlyList<CorrectionResult> Results)[] known = [.. older.Select(spec => (spec.Revision, SpecCorrector.Results(spec, overrides)))];
        foreach (CorrectionResult result in stale)
        {
            string[] needing = [.. known.Where(revision => revision.Results.Any(other => other.Met && ReferenceEquals(other.Correction, result.Correction)))
                .Select(revision => revision.Revision)];
            yield return $"{result.Section}: {result.Subject} is not there or needs no correction at {newest.Revision}. "
                + (
                    needing.Length == 0
                        ? "No revision needs it: remove it."
                        : $"Older revisions do: add \"revisions\": [{string.Join(", ", needing.Select(revision => $"\"{revision}\""))}].");
        }
    }
}
