using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Requests;

/// <summary>A query as Klaviyo will be asked it: the operation and every parameter, judged and complete.</summary>
internal sealed record KlaviyoRequest
{
    internal required OperationFacts Operation { get; init; }

    /// <summary>The id in the operation's path; null where the path has none.</summary>
    internal FilterValue? Id { get; init; }

    internal Filter? Filter { get; init; }

    /// <summary>Where the query needs several requests: their filters, in the place of <see cref="Filter"/>. Otherwise empty.</summary>
    internal IReadOnlyList<Filter> Branches { get; init; } = [];

    internal SortKey? Sort { get; init; }

    internal IReadOnlyList<Fieldset> Fieldsets { get; init; } = [];

    internal IReadOnlyList<Fieldset> AdditionalFields { get; init; } = [];

    internal IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>The query parameters outside the JSON:API families: <c>company_id</c>, <c>timeframe</c> …</summary>
    internal IReadOnlyList<RequestParameter> Parameters { get; init; } = [];

    /// <summary>The filter that travels in a header; null where there is none.</summary>
    internal HeaderFilter? HeaderFilter { get; init; }

    /// <summary>How many resources a page should hold; null where the operation does not take a size.</summary>
    internal int? PageSize { get; init; }

    /// <summary>How many resources are wanted in all; null for all there are.</summary>
    internal int? Limit { get; init; }

    /// <summary>Where the query continues an earlier run: how many resources are wanted of both; null for all there are.</summary>
    internal int? WholeLimit { get; init; }

    /// <summary>What the catalogue could not check: fields, sort keys, fragments that are the author's word.</summary>
    internal IReadOnlyList<string> Unchecked { get; init; } = [];

    /// <summary>The numbers of the captured values that decided what the request is, so that it stands for no other values.</summary>
    internal IReadOnlyCollection<int> Decisive { get; init; } = [];

    /// <summary>Whether the answer is known to be empty without asking, as for a filter by an empty list.</summary>
    internal bool IsEmpty { get; init; }

    /// <summary>The requests that are really sent: this one, or one for each branch.</summary>
    internal IEnumerable<KlaviyoRequest> Requests() => Branches.Count == 0 ? [this] : Branches.Select(branch => this with { Filter = branch, Branches = [] });
}
