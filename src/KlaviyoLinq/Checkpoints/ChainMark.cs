namespace KlaviyoLinq.Checkpoints;

/// <summary>The mark of a page within one chain.</summary>
/// <param name="page">The page's own place; its index is what was consumed of it in an earlier run.</param>
/// <param name="next">The place behind the page, where there is another one; null for the last.</param>
/// <param name="ids">The ids of all that the page holds.</param>
/// <param name="keys">Their sort keys; null where they are not followed.</param>
/// <param name="kept">The positions, within the page, of what is handed out; null for all of it.</param>
/// <param name="windowWidth">How long a window of sort keys is, in ticks.</param>
internal sealed class ChainMark(StreamPosition page, StreamPosition? next, ulong[] ids, long[]? keys, int[]? kept, long windowWidth) : PageMark
{
    internal override StreamState After(int count) => new([PositionAfter(count)], []);

    internal StreamPosition PositionAfter(int count)
    {
        int handedOut = kept?.Length ?? ids.Length;
        if (count >= handedOut)
            return next ?? Within(ids.Length);
        return count == 0 ? page : Within(kept is null ? count : kept[count - 1] + 1);
    }

    private StreamPosition Within(int index) => page with
    {
        Index = index,
        LastIds = ids[Math.Max(0, index - StreamPosition.Landmarks)..index],
        Window = keys is null ? page.Window : page.Window?.After(ids, keys, index, windowWidth),
    };
}
