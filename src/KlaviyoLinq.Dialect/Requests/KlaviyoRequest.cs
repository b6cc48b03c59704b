using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Requests;

/// <summary>The GET that a query becomes: the operation and every parameter, judged and complete.</summary>
internal sealed record KlaviyoRequest
{
    internal required ReadFacts Operation { get; init; }

    /// <summary>The id in the operation's path; null where the path has none.</summary>
    internal FilterValue? Id { get; init; }

    internal Filter? Filter { get; init; }

    /// <summary>The filters of the branches of a fan-out, which replace <see cref="Filter"/>; empty for a single request.</summary>
    internal IReadOnlyList<Filter> Branches { get; init; } = [];

    internal SortKey? Sort { get; init; }

    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    internal IReadOnlyList<Fieldset> AdditionalFields { get; init; } = [];

    internal IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>The query parameters outside the JSON:API families: <c>company_id</c>, <c>timeframe</c> …</summary>
    internal IReadOnlyList<RequestParameter> Parameters { get; init; } = [];

    /// <summary>The filter that is sent in a header; null for none.</summary>
    internal HeaderFilter? HeaderFilter { get; init; }

    /// <summary>The number of resources on a page; null where the operation does not accept a size.</summary>
    internal int? PageSize { get; init; }

    /// <summary>The maximum number of resources; null for all.</summary>
    internal int? Limit { get; init; }

    /// <summary>The maximum number of resources of this run and the one that it resumes together; null for all, or for a query that does not resume.</summary>
    internal int? WholeLimit { get; init; }

    /// <summary>The fields, sort keys and filter fragments that the catalogue could not check.</summary>
    internal IReadOnlyList<string> Unchecked { get; init; } = [];

    /// <summary>The numbers of the captured values that decided the form of the request, so that a plan holds for these values only.</summary>
    internal IReadOnlyCollection<int> Decisive { get; init; } = [];

    /// <summary>Indicates whether the answer is known to be empty without a request, as for a filter by an empty list.</summary>
    internal bool IsEmpty { get; init; }

    /// <summary>The requests that are sent: this one, or one for each branch.</summary>
    internal IEnumerable<KlaviyoRequest> Requests() => Branches.Count == 0 ? [this] : Branches.Select(branch => this with { Filter = branch, Branches = [] });
}
