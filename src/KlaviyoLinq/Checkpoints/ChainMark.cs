namespace KlaviyoLinq.Checkpoints;

/// <summary>Mark of a page within one chain.</summary>
/// <param name="page">The position of the page; its index is the number of resources that an earlier run consumed.</param>
/// <param name="next">The position after the page; null for the last page.</param>
/// <param name="ids">The ids of all resources of the page.</param>
/// <param name="keys">Their sort keys; null where they are not followed.</param>
/// <param name="kept">The indexes, within the page, of the resources that are returned; null for all.</param>
/// <param name="windowWidth">The length of a window of sort keys, in ticks.</param>
internal sealed class ChainMark(StreamPosition page, StreamPosition? next, ulong[] ids, long[]? keys, int[]? kept, long windowWidth) : PageMark
{
    // Keeps checkpoints of short runs short.
    private const int MostAnchored = 64;

    /// <summary>
    /// Reads the sort keys of the page where they are not followed, for a checkpoint that is resumed after its cursor has expired; null where there
    /// are none.
    /// </summary>
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

    // Whether the next page's cursor is valid is not known until that page is received.
    private StreamPosition Before(StreamPosition other)
    {
        StreamPosition end = Within(ids.Length);
        return other with { Prior = end, Window = other.Window ?? end.Window };
    }

    private SortWindow? Anchor(int index)
    {
        if (index == 0 || LateKeys?.Invoke() is not { } late)
            return null;
        bool isBeginning = page is { Cursor: null, AfterKey: null };
        SortWindow window = new SortWindow([], isBeginning).After(ids, late, index, windowWidth);
        return window.Entries.Count <= MostAnchored ? window : null;
    }
}
