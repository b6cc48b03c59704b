namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// The latest sort key of a stream and every resource that came within a second of it, so that whoever asks for that second again can tell what has
/// been consumed.
/// </summary>
internal sealed class SortWindow
{
    private HashSet<(ulong Id, long Key)>? _lookup;

    /// <param name="entries">The resources, in their order.</param>
    /// <param name="isWhole">Whether none is missing: the window has been followed for more than its length, or from the beginning.</param>
    internal SortWindow(IReadOnlyList<(ulong Id, long Key)> entries, bool isWhole) => (Entries, IsWhole) = (entries, isWhole);

    /// <summary>A window in which nothing has come yet.</summary>
    internal static SortWindow Opened { get; } = new([], false);

    internal IReadOnlyList<(ulong Id, long Key)> Entries { get; }

    internal bool IsWhole { get; }

    /// <summary>The latest key, in UTC ticks; null while nothing has come.</summary>
    internal long? Last => Entries.Count == 0 ? null : Entries[^1].Key;

    /// <summary>Whether the resource, as it stands at this key, has been consumed.</summary>
    internal bool Holds(ulong id, long key) => (_lookup ??= [.. Entries]).Contains((id, key));

    /// <summary>The window after some more resources.</summary>
    /// <param name="ids">The ids of a page.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="count">How many of them came.</param>
    /// <param name="width">How long the window is, in ticks.</param>
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
