using System.Globalization;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>
/// Checks the requests as a whole: the length of each URL, the number of branches, and that the rows of all branches can be merged into one order.
/// </summary>
internal static class BranchRuling
{
    /// <summary>
    /// The maximum length of path and query, in characters. Klaviyo documents no limit; servers commonly accept a request line of 8 KiB, and this leaves
    /// room for the cursor of a later page.
    /// </summary>
    internal const int MaximumLength = 7_500;

    internal static KlaviyoRequest Apply(RequestDraft draft, KlaviyoRequest request)
    {
        List<Filter> branches = [];
        foreach (KlaviyoRequest one in request.Requests())
            if (!TryFit(draft, one, branches))
                return request;
        if (branches.Count <= 1)
            return request;
        if (branches.Count > draft.FanOut)
            PublishedGrammar.RefuseWidth(draft, draft.Whole!, draft.FanOut ?? 1);
        return Sorted(draft, request with { Filter = null, Branches = branches });
    }

    private static bool TryFit(RequestDraft draft, KlaviyoRequest request, List<Filter> branches)
    {
        if (request.Filter is not { } filter)
            return true;
        if (!IsSurelyTooLong(filter) && RequestWriter.Write(request).Length <= MaximumLength)
        {
            branches.Add(filter);
            return true;
        }

        if (draft.FanOut is not null && Halves(filter) is var (first, second))
            return TryFit(draft, request with { Filter = first }, branches) && TryFit(draft, request with { Filter = second }, branches);
        draft.Refuse(
            KlaviyoFindingCode.RequestTooLong,
            draft.Whole!.Site,
            string.Format(CultureInfo.InvariantCulture, "The URL would exceed {0:N0} characters, which servers reject.", MaximumLength),
            "Split the list into several requests with AllowFanOut(n), or shorten the values.");
        return false;
    }

    // A list of thousands need not be written to know that it does not fit: an encoded string takes 9 characters at least, another literal 4.
    private static bool IsSurelyTooLong(Filter filter) =>
        (filter is AndFilter and ? and.Operands : [filter]).OfType<ComparisonFilter>().Any(part =>
            part.Value is ListValue { Items: var items } && (items.Count - 1) * (items[0] is StringValue ? 9 : 4) > MaximumLength);

    // The longest list is requested in two parts; what its parts answer together is what it would have answered.
    private static (Filter First, Filter Second)? Halves(Filter filter)
    {
        IReadOnlyList<Filter> parts = filter is AndFilter and ? and.Operands : [filter];
        ComparisonFilter? longest = parts.OfType<ComparisonFilter>()
            .Where(part => part is { Operator: FilterOperator.Any, Value: ListValue { Items.Count: > 1 } })
            .OrderByDescending(part => ((ListValue)part.Value!).Items.Count).FirstOrDefault();
        if (longest is null)
            return null;
        IReadOnlyList<FilterValue> items = ((ListValue)longest.Value!).Items;
        int middle = items.Count / 2;
        return (With([.. items.Take(middle)]), With([.. items.Skip(middle)]));

        Filter With(FilterValue[] half)
        {
            Filter[] replaced = [.. parts.Select(part => ReferenceEquals(part, longest) ? longest with { Value = new ListValue(half) } : part)];
            return replaced.Length == 1 ? replaced[0] : new AndFilter(replaced, ((AndFilter)filter).IsNamed);
        }
    }

    // Rows of several requests are brought into one order by the key, so the key must come along with them.
    private static KlaviyoRequest Sorted(RequestDraft draft, KlaviyoRequest request)
    {
        if (request.Sort is not { } sort)
            return request;
        Fieldset? fieldset = request.Fieldsets.FirstOrDefault(set => set.ResourceType == draft.Operation.ResourceType);
        bool isAsked = fieldset is null
            || fieldset.Members.Any(member => member == sort.Field || sort.Field.StartsWith(member + ".", StringComparison.Ordinal));
        bool isReturned = sort.Field == "id"
            || (IsScalarAttribute(draft, sort.Field) && draft.Operation.FindFieldset(draft.Operation.ResourceType)?.Lists(sort.Field) == true);
        if (!isReturned)
        {
            draft.Refuse(
                KlaviyoFindingCode.FanOutNotSortable,
                draft.Whole!.Site,
                $"The query becomes several requests, and their rows cannot be merged by {sort.Field}, which the answers do not hold.",
                "Leave the sort out and sort in memory after ToListAsync(), or sort by another key.");
            return request;
        }

        return isAsked || sort.Field == "id"
            ? request
            : request with { Fieldsets = [.. request.Fieldsets.Select(set => set == fieldset ? set with { Members = [.. set.Members, sort.Field] } : set)] };
    }

    private static bool IsScalarAttribute(RequestDraft draft, string field)
    {
        IReadOnlyList<AttributeFacts>? members = draft.Resource(draft.Operation.ResourceType)?.Attributes;
        AttributeFacts? attribute = null;
        foreach (string name in field.Split('.'))
        {
            attribute = members?.FirstOrDefault(facts => facts.Name == name);
            if (attribute is null || attribute.IsArray)
                return false;
            members = attribute.Members;
        }

        return attribute is { Members.Count: 0, Alternatives.Count: 0 };
    }
}
