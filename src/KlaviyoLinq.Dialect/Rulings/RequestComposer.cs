using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Projections;

namespace KlaviyoLinq.Rulings;

/// <summary>Turns a draft without findings into the request.</summary>
internal static class RequestComposer
{
    internal static KlaviyoRequest Compose(RequestDraft draft, TerminalKind terminal)
    {
        // Only the number of resources matters to these, so only their ids are requested.
        ProjectionDraft? projection = terminal is TerminalKind.Any or TerminalKind.Count ? new ProjectionDraft() : draft.Projection;
        bool whole = projection is null or { WholeResource: true };

        return new KlaviyoRequest
        {
            Operation = draft.Operation,
            Id = draft.Id,
            Filter = Conjunction(draft.Filters, draft.NamesConjunction),
            Branches = [.. draft.Alternatives.Select(filters => Conjunction(filters, isNamed: false)!)],
            Sort = draft.Sort,
            Includes = Includes(whole ? draft.Includes : [], projection),
            Fieldsets = projection is null ? [] : Fieldsets(draft, projection),
            AdditionalFields = whole || projection!.Members.Count > 0 ? draft.AdditionalFields : [],
            Parameters = draft.Parameters,
            HeaderFilter = draft.HeaderFilter,
            PageSize = PageSize(draft),
            Limit = draft.Limit,
            WholeLimit = draft.WholeLimit,
            IsEmpty = draft.IsEmpty,
            Unchecked = draft.Unchecked,
            Decisive = draft.Decisive,
        };
    }

    private static Filter? Conjunction(List<Filter> filters, bool isNamed) =>
        filters.Count switch { 0 => null, 1 => filters[0], _ => new AndFilter(filters, isNamed) };

    private static List<string> Includes(IReadOnlyList<string> asked, ProjectionDraft? projection) =>
        [.. asked.Concat(projection?.Related.Select(related => related.Relationship) ?? []).Distinct()];

    // fields[type] speaks for every resource of its type in the answer, be it queried or included, so a type is narrowed only where
    // every part of the query is content with members of it.
    private static List<Fieldset> Fieldsets(RequestDraft draft, ProjectionDraft projection)
    {
        ReadFacts operation = draft.Operation;
        List<Fieldset> fieldsets = [];
        Add(operation.ResourceType);
        foreach (RelatedDraft related in projection.Related)
            Add(related.ResourceType);
        return fieldsets;

        void Add(string type)
        {
            if (!fieldsets.Exists(known => known.ResourceType == type)
                && operation.FindFieldset(type) is { } listed
                && Wanted(type, operation, projection, draft.Includes) is { } members)
                fieldsets.Add(new Fieldset(type, Narrowed(members, () => SmallestMember.Of(listed, draft.Resource(type)))));
        }
    }

    // The members of a type that the query's parts read together; null when one of them reads all.
    private static List<string>? Wanted(string type, ReadFacts operation, ProjectionDraft projection, IReadOnlyList<string> includedWhole)
    {
        List<string> wanted = [];
        if (type == operation.ResourceType)
        {
            if (projection.WholeResource)
                return null;
            wanted.AddRange(projection.Members);
        }

        foreach (RelatedDraft related in projection.Related)
        {
            if (related.ResourceType != type)
                continue;
            if (related.Members is null || (projection.WholeResource && includedWhole.Contains(related.Relationship)))
                return null;
            wanted.AddRange(related.Members);
        }

        return [.. wanted.Distinct()];
    }

    // A member that stands within another asked-for member adds nothing; the id comes always, so it is named, or what stands in for it, only when
    // nothing else is.
    private static string[] Narrowed(List<string> members, Func<string> smallest)
    {
        string[] named = [.. members.Where(member => member != "id" && !members.Any(other => member.StartsWith(other + ".", StringComparison.Ordinal)))];
        return named.Length > 0 ? named : [smallest()];
    }

    private static int? PageSize(RequestDraft draft)
    {
        PagingFacts paging = draft.Operation.Paging;
        if (!paging.HasSize)
            return null;
        int size = draft.PageSize ?? paging.MaximumSize;

        // A page must be cut as it was in the earlier run, or a place within it would be another one.
        int? wanted = draft.IsResumed ? draft.WholeLimit : draft.Limit;
        return wanted is { } limit ? Math.Max(paging.MinimumSize, Math.Min(size, limit)) : size;
    }
}
