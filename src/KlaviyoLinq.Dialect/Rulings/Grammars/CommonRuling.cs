using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>Finds the request for the first row of all branches of a fan-out: the filters that the branches share.</summary>
internal static class CommonRuling
{
    /// <summary>Returns the request for that row, with its sort key only; null where the endpoint requires a filter that the requests do not share.</summary>
    /// <param name="request">A query of several requests, with a sort.</param>
    internal static KlaviyoRequest? First(KlaviyoRequest request)
    {
        ReadFacts operation = request.Operation;
        HashSet<string>[] others =
            [.. request.Branches.Skip(1).Select(branch => new HashSet<string>(Parts(branch).Select(FilterWriter.Write), StringComparer.Ordinal))];
        Filter[] common = [.. Parts(request.Branches[0]).Where(part => others.All(other => other.Contains(FilterWriter.Write(part))))];
        if (operation.FilterRequired && !common.OfType<ComparisonFilter>().Any(part => operation.FindFilter(part.Field)?.Required == true))
            return null;
        return request with
        {
            Branches = [],
            Filter = common.Length < 2 ? common.FirstOrDefault() : new AndFilter(common, request.Branches[0] is AndFilter { IsNamed: true }),
            Fieldsets = [new Fieldset(operation.ResourceType, [request.Sort!.Value.Field])],
            AdditionalFields = [],
            Includes = [],
            PageSize = request.PageSize is null ? null : operation.Paging.MinimumSize,
            Limit = 1,
            WholeLimit = null,
        };
    }

    private static IReadOnlyList<Filter> Parts(Filter filter) => filter is AndFilter and ? and.Operands : [filter];
}
