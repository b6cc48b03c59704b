using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Pipeline;
using KlaviyoLinq.Plans;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Tests.Plans;

/// <summary>Translations of a query, by its plan and by parser and judge alone, as comparable texts.</summary>
internal static class Translations
{
    internal static string Planned(IQueryable query) => Outcome(() => Provider(query).Addresses(query));

    internal static string Unplanned(IQueryable query) => Outcome(() => Provider(query).Pipeline.Addresses(Provider(query).Pipeline.Request(query.Expression)));

    /// <summary>The request of a plan that fits the query, written whole, beside the address that the plan wrote; null where none fits.</summary>
    internal static (string Request, string Address)? ByPlan(IQueryable query, FilterGrammar grammar = FilterGrammar.Published)
    {
        using PlanSearch search = PlanSearch.Of(query.Expression, TerminalKind.Sequence, grammar);
        try
        {
            return search.Find(PlanCache.For(KlaviyoCatalogue.Newest, ModelMap.Empty), "") is { Address: { } address } found
                ? (RequestWriter.Write(found.Request), address)
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // code inside the query that fails
        }
    }

    /// <summary>Indicates whether a plan matches the query.</summary>
    internal static bool HasPlan(IQueryable query, FilterGrammar grammar = FilterGrammar.Published)
    {
        using PlanSearch search = PlanSearch.Of(query.Expression, TerminalKind.Sequence, grammar);
        try
        {
            return search.Find(PlanCache.For(KlaviyoCatalogue.Newest, ModelMap.Empty), "") is not null;
        }
        catch (InvalidOperationException)
        {
            return false; // code inside the query that fails
        }
    }

    private static KlaviyoQueryProvider Provider(IQueryable query) => (KlaviyoQueryProvider)query.Provider;

    private static string Outcome(Func<IReadOnlyList<Uri>> translate)
    {
        try
        {
            return string.Join(" ", translate().Select(uri => uri.AbsoluteUri));
        }
        catch (UntranslatableQueryException refusal)
        {
            return string.Join("; ", refusal.Findings.Select(finding => $"{finding.Code} {finding.Reason} {finding.Fragment} {finding.Advice}"));
        }
        catch (Exception own)
        {
            return $"{own.GetType()} {own.Message} {own.Data["KlaviyoLinq.Expression"]}";
        }
    }
}
