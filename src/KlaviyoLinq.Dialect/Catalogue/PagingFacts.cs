namespace KlaviyoLinq.Catalogue;

/// <summary>Paging of an operation. Sizes count resources.</summary>
internal readonly record struct PagingFacts(bool HasCursor, int MinimumSize, int DefaultSize, int MaximumSize)
{
    /// <summary>The whole answer comes at once.</summary>
    internal static PagingFacts None => default;

    /// <summary>Pages follow a cursor, but their size is the server's own.</summary>
    internal static PagingFacts CursorOnly => new(true, 0, 0, 0);

    /// <summary>Pages follow a cursor and <c>page[size]</c> may be requested.</summary>
    internal static PagingFacts Sized(int minimum, int @default, int maximum) => new(true, minimum, @default, maximum);

    internal bool HasSize => MaximumSize > 0;
}
