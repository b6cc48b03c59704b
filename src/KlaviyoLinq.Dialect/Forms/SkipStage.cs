namespace KlaviyoLinq.Forms;

/// <summary><c>Skip(count)</c>, and the jump of <c>ElementAt(index)</c>.</summary>
internal sealed class SkipStage(ValueTerm count, Site site) : Stage(site)
{
    internal ValueTerm Count { get; } = count;
}
