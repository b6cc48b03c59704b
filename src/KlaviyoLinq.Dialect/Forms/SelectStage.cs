namespace KlaviyoLinq.Forms;

/// <summary>
/// The projection: which members of the resource it reads. An empty path among them means that the whole resource is used.
/// </summary>
internal sealed class SelectStage(IReadOnlyList<MemberTerm> reads, Site site) : Stage(site)
{
    internal IReadOnlyList<MemberTerm> Reads { get; } = reads;

    /// <summary>What it reads of the resource in front of a <c>SelectMany</c>, as C#.</summary>
    internal IReadOnlyList<Fragment> OuterReads { get; init; } = [];
}
