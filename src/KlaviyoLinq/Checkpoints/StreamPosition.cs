namespace KlaviyoLinq.Checkpoints;

/// <summary>Position in one chain of pages: the cursor of a page, and a number of resources in it.</summary>
internal sealed record StreamPosition
{
    /// <summary>The number of the latest ids that are kept, so that the position is found again when some of them are gone.</summary>
    internal const int Landmarks = 4;

    /// <summary>The beginning of a query.</summary>
    internal static StreamPosition Start { get; } = new();

    /// <summary>The cursor that leads to the page; null for the first one.</summary>
    internal string? Cursor { get; init; }

    /// <summary>The number of resources of the page that were consumed.</summary>
    internal int Index { get; init; }

    /// <summary>The ids of the last of them, oldest first; at most <see cref="Landmarks"/>.</summary>
    internal IReadOnlyList<ulong> LastIds { get; init; } = [];

    /// <summary>The number of pages of the chain before this one. Klaviyo cuts chains off by their depth.</summary>
    internal int Depth { get; init; }

    /// <summary>The sort key after which a new chain began, in UTC ticks; null in the query's own chain.</summary>
    internal long? AfterKey { get; init; }

    /// <summary>
    /// The end of the page before, where this position is the beginning of a page that was not received yet. The run resumes from there if Klaviyo
    /// rejects the cursor. Null where there is no such page.
    /// </summary>
    internal StreamPosition? Prior { get; init; }

    /// <summary>The hash of the page's link to the next one, if it led back; otherwise null. It is not followed again.</summary>
    internal ulong? Avoided { get; init; }

    /// <summary>The resources consumed last, with their sort keys; null where these are not followed.</summary>
    internal SortWindow? Window { get; init; }
}
