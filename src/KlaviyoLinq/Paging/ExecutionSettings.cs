namespace KlaviyoLinq.Paging;

/// <summary>Settings of the engine.</summary>
/// <param name="Prefetch">Whether the next page is requested while the current one is consumed.</param>
/// <param name="ShowFilterValues">Whether exceptions may show the values in filters.</param>
internal sealed record ExecutionSettings(bool Prefetch, bool ShowFilterValues)
{
    /// <summary>The revision of the requests.</summary>
    internal string Revision { get; init; } = "";

    /// <summary>The treatment of rows that cannot be read.</summary>
    internal FailurePolicy Failures { get; init; } = new(null, null);

    /// <summary>Warnings about pages; null without a log.</summary>
    internal PagingNotices? Notices { get; init; }
}
