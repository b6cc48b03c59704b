namespace KlaviyoLinq.Catalogue;

/// <summary>Facts of a GET operation.</summary>
internal sealed class ReadFacts() : OperationFacts("GET")
{
    /// <summary>Indicates whether <c>data</c> is an array. Otherwise it is one object.</summary>
    internal required bool IsCollection { get; init; }

    /// <summary>The type of the resources in <c>data</c>: <c>profile</c>.</summary>
    internal required string ResourceType { get; init; }

    /// <summary>The type that <c>{id}</c> names: <c>list</c> in <c>/api/lists/{id}/profiles</c>. Null where the path has no parent.</summary>
    internal string? ParentType { get; init; }

    /// <summary>The relationship of the parent: <c>profiles</c> in <c>/api/lists/{id}/profiles</c> and <c>…/relationships/profiles</c>.</summary>
    internal string? Relationship { get; init; }

    /// <summary>Indicates whether <c>data</c> holds resource identifiers (type and id) only, as for the <c>/relationships/</c> operations.</summary>
    internal bool IdentifiersOnly { get; init; }

    internal IReadOnlyList<FilterFacts> Filters { get; init; } = [];

    internal bool FilterRequired { get; init; }

    /// <summary>The keys without direction; every key sorts both ways, and a request takes one key.</summary>
    internal IReadOnlyList<string> SortKeys { get; init; } = [];

    internal IReadOnlyList<IncludeFacts> Includes { get; init; } = [];

    internal IReadOnlyList<FieldsetFacts> Fieldsets { get; init; } = [];

    internal IReadOnlyList<FieldsetFacts> AdditionalFields { get; init; } = [];

    internal PagingFacts Paging { get; init; }

    internal IReadOnlyList<RateLimitVariantFacts> RateLimitVariants { get; init; } = [];

    internal IReadOnlyList<ParameterFacts> Parameters { get; init; } = [];

    /// <summary>Indicates whether unlisted fields, sort keys and relationships are sent unchecked.</summary>
    internal bool IsUnchecked { get; init; }

    internal FilterFacts? FindFilter(string field)
    {
        foreach (FilterFacts facts in Filters)
            if (facts.Field == field)
                return facts;
        return null;
    }

    internal FieldsetFacts? FindFieldset(string resourceType) => Find(Fieldsets, resourceType);

    internal FieldsetFacts? FindAdditionalFields(string resourceType) => Find(AdditionalFields, resourceType);

    private static FieldsetFacts? Find(IReadOnlyList<FieldsetFacts> fieldsets, string resourceType)
    {
        foreach (FieldsetFacts facts in fieldsets)
            if (facts.ResourceType == resourceType)
                return facts;
        return null;
    }
}
