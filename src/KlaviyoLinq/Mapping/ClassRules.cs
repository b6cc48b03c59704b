namespace KlaviyoLinq.Mapping;

/// <summary>The rules for all queries of a class.</summary>
internal sealed class ClassRules
{
    internal List<QueryFilter> Filters { get; } = [];

    internal int? PageSize { get; set; }

    /// <summary>The place in the source where the page size was set.</summary>
    internal KlaviyoCallSite PageSizeSite { get; set; } = KlaviyoCallSite.Unknown;
}
