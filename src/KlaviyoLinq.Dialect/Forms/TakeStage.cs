namespace KlaviyoLinq.Forms;

/// <summary><c>Take(count)</c>.</summary>
internal sealed class TakeStage(ValueTerm count, Site site) : Stage(site)
{
    internal ValueTerm Count { get; } = count;
}
