namespace KlaviyoLinq;

/// <content>Sizes of pages.</content>
public sealed partial class KlaviyoOptions
{
    /// <summary>
    /// Gets or sets the number of resources of a page (<c>page[size]</c>) for queries without <c>PageSize</c> and classes without a default of their
    /// own. Each endpoint gets the nearest size that it takes. The default is null, for the maximum of each endpoint.
    /// </summary>
    public int? DefaultPageSize { get; set; }
}
