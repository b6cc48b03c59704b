namespace KlaviyoLinq.Paging;

/// <summary>How requests are run.</summary>
/// <param name="Prefetch">Whether the next page is asked for while the current one is worked on.</param>
/// <param name="ShowFilterValues">Whether exceptions may show the values in filters.</param>
internal sealed record ExecutionSettings(bool Prefetch, bool ShowFilterValues)
{
    /// <summary>The revision that is asked.</summary>
    internal string Revision { get; init; } = "";

    /// <summary>What becomes of rows that cannot be read.</summary>
    internal FailurePolicy Failures { get; init; } = new(null, null);

    /// <summary>Where it is told what is odd about pages; null for nowhere.</summary>
    internal PagingNotices? Notices { get; init; }
}
