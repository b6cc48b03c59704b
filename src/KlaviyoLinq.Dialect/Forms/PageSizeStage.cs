namespace KlaviyoLinq.Forms;

/// <summary><c>PageSize(size)</c>: how many resources one page should hold.</summary>
internal sealed class PageSizeStage(ValueTerm size, Site site) : Stage(site)
{
    internal ValueTerm Size { get; } = size;

    /// <summary>Whether it is the context's usual size and not the query's own: what an endpoint does not take is not held against the query then.</summary>
    internal bool IsDefault { get; init; }
}
