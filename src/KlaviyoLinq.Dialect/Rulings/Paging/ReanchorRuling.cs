using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Paging;

/// <summary>
/// Continues a query where Klaviyo ends a long chain of cursors: the same request, with a bound on its sort key. Klaviyo accepts a lower bound with an
/// ascending sort and an upper bound with a descending one.
/// </summary>
internal static class ReanchorRuling
{
    /// <summary>
    /// The precision of date-times in answers. Rows of the same date-time as the last one may be still to come, so the bound is one unit earlier, and
    /// the reader leaves out the rows that come twice.
    /// </summary>
    internal static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>Returns the request for the rows from <see cref="Step"/> before a date-time on, in the order of the sort.</summary>
    internal static Reanchoring After(KlaviyoRequest request, DateTimeOffset last)
    {
        if (Obstacle(request) is { } obstacle)
            return new Reanchoring(null, obstacle);
        SortKey sort = request.Sort!.Value;
        DateTimeOffset bound = last.ToUniversalTime() + (sort.Descending ? Step : -Step);
        ComparisonFilter condition = new(Operator(request.Operation, sort)!.Value, sort.Field, new DateTimeValue(bound));
        KlaviyoRequest bounded = WithKey(request) with { Filter = Narrowed(request.Filter, condition, sort.Descending) };
        return new Reanchoring(bounded, "");
    }

    /// <summary>
    /// Returns the request for the first or the last row of all, with its sort key only. The two show whether rows without the key come last, which a bound on
    /// the key leaves out. Null where a bound of the query leaves them out anyway.
    /// </summary>
    internal static KlaviyoRequest? End(KlaviyoRequest request, bool isLast)
    {
        SortKey sort = request.Sort!.Value;
        if (Parts(request.Filter).Any(part => part is ComparisonFilter comparison && comparison.Field == sort.Field))
            return null;
        return request with
        {
            Sort = new SortKey(sort.Field, sort.Descending != isLast),
            Fieldsets = [new Fieldset(request.Operation.ResourceType, [sort.Field])],
            AdditionalFields = [],
            Includes = [],
            PageSize = request.PageSize is null ? null : request.Operation.Paging.MinimumSize,
            Limit = 1,
            WholeLimit = null,
        };
    }

    /// <summary>Returns the same request with the sort key among the requested members.</summary>
    internal static KlaviyoRequest WithKey(KlaviyoRequest request)
    {
        string field = request.Sort!.Value.Field;
        return request with
        {
            Fieldsets = [.. request.Fieldsets.Select(set => IsSparse(request, set, field) ? set with { Members = [.. set.Members, field] } : set)],
        };
    }

    /// <summary>Returns the reason why the request cannot be bounded by its sort key; null when it can.</summary>
    internal static string? Obstacle(KlaviyoRequest request)
    {
        ReadFacts operation = request.Operation;
        if (operation.IdentifiersOnly)
            return "The query reads ids only, from an endpoint that does not return the sort key. Select a member besides the id.";
        if (request.Sort is not { } sort)
            return "The query has no sort key from which a new chain could begin." + Ways(operation);
        if (Operator(operation, sort) is null)
            return $"{Naming.Operation(operation)} does not filter by {sort.Field} in the direction of the sort." + Ways(operation);
        if (!IsReturned(operation, sort.Field))
            return $"{Naming.Operation(operation)} does not return {sort.Field}." + Ways(operation);
        return request.Filter is OrFilter ? "No condition can be added to a filter with 'or'. Use AllowFanOut with FilterGrammar.Published." : null;
    }

    private static bool IsSparse(KlaviyoRequest request, Fieldset set, string field) =>
        set.ResourceType == request.Operation.ResourceType
            && !set.Members.Any(member => member == field || field.StartsWith(member + ".", StringComparison.Ordinal));

    private static FilterOperator? Operator(ReadFacts operation, SortKey sort)
    {
        if (operation.FindFilter(sort.Field) is not { Kind: ValueKind.DateTime } facts)
            return null;
        FilterOperator[] wanted = sort.Descending
            ? [FilterOperator.LessThan, FilterOperator.LessOrEqual]
            : [FilterOperator.GreaterThan, FilterOperator.GreaterOrEqual];
        return wanted.Where(facts.Lists).Select(found => (FilterOperator?)found).FirstOrDefault();
    }

    private static bool IsReturned(ReadFacts operation, string field) => operation.FindFieldset(operation.ResourceType)?.Lists(field) != false;

    private static string Ways(ReadFacts operation)
    {
        string[] keys = [.. operation.SortKeys.Where(key => IsReturned(operation, key))];
        string[] ways =
        [
            .. keys.Where(key => Operator(operation, new SortKey(key, false)) is not null).Select(key => $"{key} ascending"),
            .. keys.Where(key => Operator(operation, new SortKey(key, true)) is not null).Select(key => $"{key} descending"),
        ];
        return ways.Length == 0 ? " Narrow the query with a filter." : $" A run sorted by one of these continues by itself: {Naming.List(ways)}.";
    }

    // A bound that stands already on that side is replaced by the narrower one, so that no field is bounded twice.
    private static Filter Narrowed(Filter? filter, ComparisonFilter condition, bool descending)
    {
        IReadOnlyList<Filter> parts = Parts(filter);
        DateTimeOffset bound = ((DateTimeValue)condition.Value!).Value;
        List<Filter> kept = [];
        Filter added = condition;
        foreach (Filter part in parts)
        {
            if (part is not ComparisonFilter { Value: DateTimeValue { Value: var other } } comparison
                || comparison.Field != condition.Field
                || !IsOfSide(comparison.Operator, descending))
                kept.Add(part);
            else if (descending ? other < bound : other > bound)
                added = part;
        }

        kept.Add(added);
        return kept.Count == 1 ? added : new AndFilter(kept, filter is AndFilter { IsNamed: true } or NotFilter);
    }

    private static IReadOnlyList<Filter> Parts(Filter? filter) => filter switch { null => [], AndFilter and => and.Operands, _ => [filter] };

    private static bool IsOfSide(FilterOperator filterOperator, bool descending) => descending
        ? filterOperator is FilterOperator.LessThan or FilterOperator.LessOrEqual
        : filterOperator is FilterOperator.GreaterThan or FilterOperator.GreaterOrEqual;
}
