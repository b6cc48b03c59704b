using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq.Running.FanOut;

/// <summary>The mark of a merged page.</summary>
/// <param name="places">Where every request stands before the page.</param>
/// <param name="branch">The request that the page is of.</param>
/// <param name="kept">The positions, counted from that place, of what is handed out.</param>
/// <param name="size">How many rows behind that place the page covers.</param>
/// <param name="seen">What was handed out before and on the page; null where no request can bring what another has brought.</param>
/// <param name="seenBefore">How much of that was before the page.</param>
internal sealed class MergeMark(BranchPlace[] places, int branch, int[] kept, int size, SeenIds? seen, int seenBefore) : PageMark
{
    /// <summary>Whether rows without the sort key come first; null without a sort.</summary>
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
