namespace KlaviyoLinq.Forms;

/// <summary>An operator the witness has no reading for: <c>GroupBy</c>, <c>Zip</c> …</summary>
/// <param name="site">The operator.</param>
/// <param name="what">What it is, where its name alone would mislead: <c>Where with an index</c>.</param>
internal sealed class UnknownStage(Site site, string? what = null) : Stage(site)
{
    internal string What { get; } = what ?? site.Operator;
}
