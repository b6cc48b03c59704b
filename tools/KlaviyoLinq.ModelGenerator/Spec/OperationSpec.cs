namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One GET operation.</summary>
internal sealed class OperationSpec
{
    public required string Id { get; init; }

    public required string Path { get; init; }

    public required string Tag { get; init; }

    /// <summary>Indicates whether <c>data</c> is an array.</summary>
    public bool Collection { get; init; }

    public required string ResourceType { get; init; }

    /// <summary>The type that <c>{id}</c> names in the path of a related resource.</summary>
    public string? ParentType { get; init; }

    /// <summary>The last segment of a related path.</summary>
    public string? Relationship { get; init; }

    public bool IdentifiersOnly { get; init; }

    public bool FilterRequired { get; init; }

    public IReadOnlyList<FilterSpec> Filters { get; set; } = [];

    public IReadOnlyList<string> SortKeys { get; init; } = [];

    public IReadOnlyList<IncludeSpec> Includes { get; init; } = [];

    public IReadOnlyList<FieldsetSpec> Fieldsets { get; init; } = [];

    public IReadOnlyList<FieldsetSpec> AdditionalFields { get; init; } = [];

    public PagingSpec? Paging { get; init; }

    public required RateLimitSpec RateLimit { get; init; }

    public IReadOnlyList<RateLimitVariantSpec> RateLimitVariants { get; set; } = [];

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<ParameterSpec> Parameters { get; set; } = [];
}
