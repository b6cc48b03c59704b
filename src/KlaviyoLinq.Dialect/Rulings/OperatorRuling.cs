using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings;

/// <summary>Operators that Klaviyo has no counterpart for, with the way out that fits each.</summary>
internal static class OperatorRuling
{
    internal static void Refuse(RequestDraft draft, Stage stage)
    {
        if (stage.Site.Operator == "ThenInclude")
            IncludeRuling.RefuseNested(draft, stage.Site);
        else
            draft.Refuse(
                KlaviyoFindingCode.OperatorNotTranslatable,
                stage.Site,
                $"{(stage as UnknownStage)?.What ?? stage.Site.Operator} has no counterpart in Klaviyo's API{Because(stage.Site.Operator)}.",
                Advice(draft, stage));
    }

    private static string Because(string name) => name switch
    {
        "Reverse" or "Last" or "LastOrDefault" or "LastAsync" or "LastOrDefaultAsync" => " without a sort: the rows have no order to reverse",
        "Distinct" => " for rows that do not hold their resource's id",
        "DistinctBy" => " for keys other than the id",
        "OfType" => " where it would sort out rows",
        _ => "",
    };

    private static string Advice(RequestDraft draft, Stage stage) => stage.Site.Operator switch
    {
        "Where" => "Leave an index out; ask for many values of one field with list.Contains(x.Field); or continue in memory: AsAsyncEnumerable().Where(…).",
        "SelectMany" => "Start at the related resources, which the filters are put before: klaviyo.Lists[id].Profiles; or leave out the context's filters with a context that has none.",
        "Select" => "Project without it and continue in memory: AsAsyncEnumerable().Select(…).",
        "OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "ThenBy" or "ThenByDescending" =>
            "Leave the comparer out to sort as Klaviyo does, or sort in memory after ToListAsync().",
        "Take" => "Take(n) limits from the start; take other ranges in memory, after AsAsyncEnumerable().",
        "Skip" or "ElementAt" or "ElementAtOrDefault" or "ElementAtAsync" =>
            "Klaviyo pages by cursor and cannot jump. Keep the last row's sort key and start the next query after it with Where, or resume from a checkpoint: ResumeFrom(checkpoint).",
        "SkipLast" => "Klaviyo does not know how many rows there are before it has sent them: read them with ToListAsync() and leave out the last in memory.",
        "TakeLast" => "Reverse the sort and take from the start: OrderByDescending(…).Take(n); then Reverse() the rows in memory.",
        "Reverse" => "Sort by a key in the other direction: OrderByDescending(…). Or read the rows with ToListAsync() and reverse them in memory.",
        "Last" or "LastOrDefault" or "LastAsync" or "LastOrDefaultAsync" => "Sort by a key first, which is then reversed: OrderBy(…).LastAsync().",
        "Distinct" => "Select the Id as well, or remove duplicates in memory: AsAsyncEnumerable().Distinct().",
        "DistinctBy" => "Remove duplicates in memory: AsAsyncEnumerable().DistinctBy(…).",
        "TakeWhile" or "SkipWhile" => "State it as a filter with Where, or continue in memory: AsAsyncEnumerable()." + stage.Site.Operator + "(…).",
        "Concat" or "Union" or "UnionBy" => "Run both queries and join their rows in memory: (await a.ToListAsync())." + stage.Site.Operator + "(await b.ToListAsync()).",
        "Except" or "ExceptBy" or "Intersect" or "IntersectBy" =>
            "Read the other ids first; to keep those in the list use Where(x => ids.Contains(x.Id)), to leave them out filter in memory: AsAsyncEnumerable().Where(…).",
        "Join" or "GroupJoin" or "LeftJoin" or "RightJoin" =>
            "Follow the relationship instead, where there is one: Include(x => x.Other), or read through it in Select. Otherwise join in memory after ToListAsync().",
        "GroupBy" or "CountBy" or "AggregateBy" => "Group in memory: AsAsyncEnumerable()." + stage.Site.Operator + "(…)." + (draft.Operation.ResourceType == "event" ? " Klaviyo groups events itself in POST /api/metric-aggregates, which is to be called with an HttpClient." : ""),
        "MinBy" or "MinByAsync" => "Sort by the key and take the first: OrderBy(…).FirstAsync().",
        "MaxBy" or "MaxByAsync" => "Sort by the key and take the first: OrderByDescending(…).FirstAsync().",
        "DefaultIfEmpty" => "Ask for one row with FirstOrDefaultAsync(), or put the default in after ToListAsync().",
        "Chunk" => "PageSize(n) chooses how many resources one page holds; cut the rows in memory: AsAsyncEnumerable().Chunk(n).",
        "OfType" => "Query the set of that type, or filter in memory: AsAsyncEnumerable().OfType<T>().",
        "Cast" => "Rows can be cast to a base type only; project to another type with Select.",
        "Aggregate" => "Fold in memory: AsAsyncEnumerable().AggregateAsync(…).",
        _ => "Continue in memory after AsAsyncEnumerable().",
    };
}
