namespace KlaviyoLinq.Forms;

/// <summary><c>Where(predicate)</c>.</summary>
internal sealed class WhereStage(Term predicate, Site site) : Stage(site)
{
    internal Term Predicate { get; } = predicate;
}
