namespace KlaviyoLinq.Checkpoints;

/// <summary>A place in one chain of pages: so many resources into the page that a cursor leads to.</summary>
internal sealed record StreamPosition
{
    /// <summary>How many of the latest ids are remembered, so that a place is found again when some of them are gone.</summary>
    internal const int Landmarks = 4;

    /// <summary>The beginning of a query.</summary>
    internal static StreamPosition Start { get; } = new();

    /// <summary>The cursor that leads to the page; null for the first one.</summary>
    internal string? Cursor { get; init; }

    /// <summary>How many resources of the page were consumed.</summary>
    internal int Index { get; init; }

    /// <summary>The ids of the last of them, oldest first; at most <see cref="Landmarks"/>.</summary>
    internal IReadOnlyList<ulong> LastIds { get; init; } = [];

    /// <summary>How many pages of the chain lie before this one. What Klaviyo cuts off, it cuts off by depth.</summary>
    internal int Depth { get; init; }

    /// <summary>The sort key behind which the chain was begun anew, in UTC ticks; null while it is the query's own chain.</summary>
    internal long? Behind { get; init; }

    /// <summary>
    /// The end of the page before, where this place is the beginning of a page that has not come yet: from there the run goes on when Klaviyo does not take
    /// the cursor. Null where there is no such page.
    /// </summary>
    internal StreamPosition? Prior { get; init; }

    /// <summary>The hash of a cursor that the page linked to next and that led back; null for none. It is not followed again.</summary>
    internal ulong? Avoided { get; init; }

    /// <summary>What was last consumed, by its sort key; null where that is not followed.</summary>
    internal SortWindow? Window { get; init; }
}
