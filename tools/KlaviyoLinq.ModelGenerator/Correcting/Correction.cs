namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>Correction of the distilled facts of one or more revisions.</summary>
/// <param name="Reason">The evidence for it.</param>
/// <param name="Revisions">The revisions whose documents are wrong; null for the newest, and for the older ones that say the same.</param>
internal abstract record Correction(string Reason, IReadOnlyList<string>? Revisions)
{
    internal bool IsDue(string revision) => Revisions?.Contains(revision) != false;
}
