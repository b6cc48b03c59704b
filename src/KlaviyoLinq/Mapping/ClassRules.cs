namespace KlaviyoLinq.Mapping;

/// <summary>What a context has been told of all queries of a class.</summary>
internal sealed class ClassRules
{
    internal List<QueryFilter> Filters { get; } = [];

    internal int? PageSize { get; set; }

    /// <summary>Where the page size was written.</summary>
    internal KlaviyoCallSite PageSizeSite { get; set; } = KlaviyoCallSite.Unknown;
}
