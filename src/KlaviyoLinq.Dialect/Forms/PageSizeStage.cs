namespace KlaviyoLinq.Forms;

/// <summary><c>PageSize(size)</c>: how many resources one page should hold.</summary>
internal sealed class PageSizeStage(ValueTerm size, Site site) : Stage(site)
{
    internal ValueTerm Size { get; } = size;
}
