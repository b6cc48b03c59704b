namespace KlaviyoLinq.Forms;

/// <summary>One operator of a query, as it was written.</summary>
internal abstract class Stage(Site site)
{
    internal Site Site { get; } = site;
}
