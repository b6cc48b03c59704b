namespace KlaviyoLinq;

/// <content>How large pages are.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// How many resources one page holds where a query does not say so with <c>PageSize</c> and the class has no default of its own: <c>page[size]</c>. Endpoints that
    /// take less or more get what comes nearest. Null, the default, for the most that each endpoint takes.
    /// </summary>
    public int? DefaultPageSize { get; set; }
}
