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
    // A checkpoint of a short run stays short.
    private const int MostAnchored = 64;

    /// <summary>Reads the sort keys of the page where they are not followed, for a checkpoint that may be resumed when its cursor has expired; null where there are none.</summary>
    internal Func<long[]?>? LateKeys { get; init; }

    internal override StreamState After(int count) => new([PositionAfter(count)], []);

    internal StreamPosition PositionAfter(int count)
    {
        int handedOut = kept?.Length ?? ids.Length;
        if (count >= handedOut)
            return next is null ? Within(ids.Length) : Before(next);
        return count == 0 ? page : Within(kept is null ? count : kept[count - 1] + 1);
    }

    private StreamPosition Within(int index) => page with
    {
        Index = index,
        LastIds = ids[Math.Max(0, index - StreamPosition.Landmarks)..index],
        Prior = null,
        Window = keys is null ? page.Window ?? Anchor(index) : page.Window?.After(ids, keys, index, windowWidth),
    };

    // As long as the next page has not come, nobody knows whether its cursor is good.
    private StreamPosition Before(StreamPosition other)
    {
        StreamPosition end = Within(ids.Length);
        return other with { Prior = end, Window = other.Window ?? end.Window };
    }

    private SortWindow? Anchor(int index)
    {
        if (index == 0 || LateKeys?.Invoke() is not { } late)
            return null;
        bool isBeginning = page is { Cursor: null, Behind: null };
        SortWindow window = new SortWindow([], isBeginning).After(ids, late, index, windowWidth);
        return window.Entries.Count <= MostAnchored ? window : null;
    }
}
