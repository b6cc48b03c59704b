namespace KlaviyoLinq.Forms;

/// <summary><c>Include(navigation)</c>.</summary>
internal sealed class IncludeStage(Term navigation, Site site) : Stage(site)
{
    internal Term Navigation { get; } = navigation;
}
