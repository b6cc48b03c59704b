namespace KlaviyoLinq.Wording;

/// <summary>The advice for an operator that has no counterpart in Klaviyo's API.</summary>
/// <param name="Advice">The advice; <c>{0}</c> stands for the operator's name.</param>
/// <param name="Circumstance">The circumstance in which the operator is refused, where it is not always; it follows the reason.</param>
/// <param name="ForEvents">A further sentence for queries of events.</param>
internal sealed record OperatorAdvice(string Advice, string Circumstance = "", string ForEvents = "")
{
    private const string Last = "Sort by a key first, which is then reversed: OrderBy(…).LastAsync().";
    private const string NoSort = " without a sort: the rows have no order to reverse";
    private const string Comparer = "Leave the comparer out to sort as Klaviyo does, or sort in memory after ToListAsync().";
    private const string Jump = "Klaviyo pages by cursor and cannot jump. Keep the last row's sort key and start the next query after it with Where, or resume from a checkpoint: ResumeFrom(checkpoint).";
    private const string Ids = "Read the other ids first; to keep those in the list use Where(x => ids.Contains(x.Id)), to leave them out filter in memory: AsAsyncEnumerable().Where(…).";
    private const string Relationship = "Follow the relationship instead, where there is one: Include(x => x.Other), or read through it in Select. Otherwise join in memory after ToListAsync().";
    private const string Both = "Run both queries and join their rows in memory: (await a.ToListAsync()).{0}(await b.ToListAsync()).";
    private const string Group = "Group in memory: AsAsyncEnumerable().{0}(…).";
    private const string Aggregates = " Klaviyo groups events itself in POST /api/metric-aggregates; call it with an HttpClient.";
    private const string Minimum = "Sort by the key and take the first: OrderBy(…).FirstAsync().";
    private const string Maximum = "Sort by the key and take the first: OrderByDescending(…).FirstAsync().";
    private const string While = "State it as a filter with Where, or continue in memory: AsAsyncEnumerable().{0}(…).";

    private static readonly OperatorAdvice _any = new("Continue in memory after AsAsyncEnumerable().");

    private static readonly Dictionary<string, OperatorAdvice> _known = new(StringComparer.Ordinal)
    {
        ["Where"] = new("Remove the index; for several values of one field write list.Contains(x.Field); or continue in memory: AsAsyncEnumerable().Where(…)."),
        ["SelectMany"] = new("Start at the related resources, so that the query filters come first: klaviyo.Lists[id].Profiles; or use a context without query filters."),
        ["Select"] = new("Project without it and continue in memory: AsAsyncEnumerable().Select(…)."),
        ["OrderBy"] = new(Comparer),
        ["OrderByDescending"] = new(Comparer),
        ["Order"] = new(Comparer),
        ["OrderDescending"] = new(Comparer),
        ["ThenBy"] = new(Comparer),
        ["ThenByDescending"] = new(Comparer),
        ["Take"] = new("Take(n) limits from the start; take other ranges in memory, after AsAsyncEnumerable()."),
        ["Skip"] = new(Jump),
        ["ElementAt"] = new(Jump),
        ["ElementAtOrDefault"] = new(Jump),
        ["ElementAtAsync"] = new(Jump),
        ["SkipLast"] = new("The number of rows is known only after the last page: read them with ToListAsync() and leave out the last ones in memory."),
        ["TakeLast"] = new("Reverse the sort and take from the start: OrderByDescending(…).Take(n); then Reverse() the rows in memory."),
        ["Reverse"] = new("Sort by a key in the other direction: OrderByDescending(…). Or read the rows with ToListAsync() and reverse them in memory.", NoSort),
        ["Last"] = new(Last, NoSort),
        ["LastOrDefault"] = new(Last, NoSort),
        ["LastAsync"] = new(Last, NoSort),
        ["LastOrDefaultAsync"] = new(Last, NoSort),
        ["Distinct"] = new(
            "Select the Id as well, or remove duplicates in memory: AsAsyncEnumerable().Distinct().", " for rows that do not hold their resource's id"),
        ["DistinctBy"] = new("Remove duplicates in memory: AsAsyncEnumerable().DistinctBy(…).", " for keys other than the id"),
        ["TakeWhile"] = new(While),
        ["SkipWhile"] = new(While),
        ["Concat"] = new(Both),
        ["Union"] = new(Both),
        ["UnionBy"] = new(Both),
        ["Except"] = new(Ids),
        ["ExceptBy"] = new(Ids),
        ["Intersect"] = new(Ids),
        ["IntersectBy"] = new(Ids),
        ["Join"] = new(Relationship),
        ["GroupJoin"] = new(Relationship),
        ["LeftJoin"] = new(Relationship),
        ["RightJoin"] = new(Relationship),
        ["GroupBy"] = new(Group, ForEvents: Aggregates),
        ["CountBy"] = new(Group, ForEvents: Aggregates),
        ["AggregateBy"] = new(Group, ForEvents: Aggregates),
        ["MinBy"] = new(Minimum),
        ["MinByAsync"] = new(Minimum),
        ["MaxBy"] = new(Maximum),
        ["MaxByAsync"] = new(Maximum),
        ["DefaultIfEmpty"] = new("Ask for one row with FirstOrDefaultAsync(), or put the default in after ToListAsync()."),
        ["Chunk"] = new("PageSize(n) sets the number of resources on a page; split the rows in memory: AsAsyncEnumerable().Chunk(n)."),
        ["OfType"] = new("Query the set of that type, or filter in memory: AsAsyncEnumerable().OfType<T>().", " where it would leave out rows"),
        ["Cast"] = new("Rows can be cast to a base type only; project to another type with Select."),
        ["Aggregate"] = new("Fold in memory: AsAsyncEnumerable().AggregateAsync(…)."),
    };

    /// <summary>Finds the advice for an operator by its name.</summary>
    internal static OperatorAdvice For(string operatorName) => _known.TryGetValue(operatorName, out OperatorAdvice? advice) ? advice : _any;

    /// <summary>Writes the advice for a query of a resource type.</summary>
    internal string Write(string operatorName, string resourceType) => Advice.Replace("{0}", operatorName) + (resourceType == "event" ? ForEvents : "");
}
