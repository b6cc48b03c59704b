using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>Mark of a merged page.</summary>
/// <param name="places">The position of every request before the page.</param>
/// <param name="branch">The request of the page.</param>
/// <param name="kept">The indexes, from that position, of the resources that are returned.</param>
/// <param name="size">The number of rows after that position that the page covers.</param>
/// <param name="seen">The resources returned before and with the page; null where requests cannot overlap.</param>
/// <param name="seenBefore">The number of these before the page.</param>
internal sealed class MergeMark(BranchPlace[] places, int branch, int[] kept, int size, SeenIds? seen, int seenBefore) : PageMark
{
    /// <summary>Indicates whether rows without the sort key come first; null without a sort.</summary>
    internal bool? NullsFirst { get; init; }

    internal override StreamState After(int count)
    {
        int consumed = count >= kept.Length ? size : count == 0 ? 0 : kept[count - 1] + 1;
        return new StreamState(
            [.. places.Select((place, i) => place.After(i == branch ? consumed : 0))],
            seen?.Hashes(seenBefore + Math.Min(count, kept.Length)) ?? [])
        {
            NullsFirst = NullsFirst,
        };
    }
}
