namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// Latest sort key of a stream, and every resource within a second of it. A chain that begins with this second uses it to leave out resources that
/// were consumed.
/// </summary>
internal sealed class SortWindow
{
    private HashSet<(ulong Id, long Key)>? _lookup;

    /// <param name="entries">The resources, in their order.</param>
    /// <param name="isWhole">Whether it is complete: followed for more than its length, or from the beginning.</param>
    internal SortWindow(IReadOnlyList<(ulong Id, long Key)> entries, bool isWhole) => (Entries, IsWhole) = (entries, isWhole);

    /// <summary>The empty window.</summary>
    internal static SortWindow Opened { get; } = new([], false);

    internal IReadOnlyList<(ulong Id, long Key)> Entries { get; }

    internal bool IsWhole { get; }

    /// <summary>The latest key, in UTC ticks; null while the window is empty.</summary>
    internal long? Last => Entries.Count == 0 ? null : Entries[^1].Key;

    /// <summary>Returns whether the resource was consumed with this key.</summary>
    internal bool Holds(ulong id, long key) => (_lookup ??= [.. Entries]).Contains((id, key));

    /// <summary>Returns the window after further resources.</summary>
    /// <param name="ids">The ids of a page.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="count">The number of resources consumed.</param>
    /// <param name="width">The length of the window, in ticks.</param>
    internal SortWindow After(ulong[] ids, long[] keys, int count, long width)
    {
        if (count == 0)
            return this;
        long last = keys[count - 1];
        List<(ulong, long)> entries = [];
        bool isWhole = IsWhole;
        foreach ((ulong id, long key) in Entries.Concat(ids.Zip(keys).Take(count)))
        {
            if (Math.Abs(last - key) > width)
                isWhole = true;
            else
                entries.Add((id, key));
        }

        return new SortWindow(entries, isWhole);
    }
}
