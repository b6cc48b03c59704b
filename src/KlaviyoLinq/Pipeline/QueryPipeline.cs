using System.Linq.Expressions;
using KlaviyoLinq.Display;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Plans;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Parsing;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Running.FanOut;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Pipeline;

/// <summary>
/// Translates queries into requests: by the plan of an equal query that was met before, or by reading and judging the expression tree, which makes
/// the plan for the next one.
/// </summary>
internal sealed class QueryPipeline(KlaviyoCatalogue catalogue, ModelMap model, FilterGrammar grammar, Uri baseAddress)
{
    private readonly string _base = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private readonly PlanCache _plans = PlanCache.For(catalogue, model);

    /// <summary>The model of the context.</summary>
    internal ModelMap Model => model;

    /// <summary>Prepares a query for its run.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal PreparedQuery Prepare(IQueryable query, TerminalKind terminal)
    {
        using PlanSearch search = PlanSearch.Of(query, terminal, grammar).Meet(_plans);
        return search.Find(_plans, "") ?? Prepare(search, query.Expression, terminal, "");
    }

    /// <summary>Translates a query without a plan.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal KlaviyoRequest Request(Expression query, TerminalKind terminal = TerminalKind.Sequence) =>
        Refusal.OrRequest(Judge(QueryReader.Read(query, terminal, model, new CapturedValues()).Form));

    /// <summary>Returns the addresses of the first pages of all requests of a query.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal IReadOnlyList<Uri> Addresses(IQueryable query)
    {
        using PlanSearch search = PlanSearch.Of(query, TerminalKind.Sequence, grammar).Meet(_plans);
        PreparedQuery prepared = search.Find(_plans, _base, isToRun: false) ?? Prepare(search, query.Expression, TerminalKind.Sequence, _base);
        return prepared.Address is { } address ? [new Uri(address)] : Addresses(prepared.Request);
    }

    /// <summary>Returns the addresses of the first pages of a request and its branches.</summary>
    internal IReadOnlyList<Uri> Addresses(KlaviyoRequest request) =>
        request.IsEmpty ? [] : [.. request.Requests().Select(branch => new Uri(_base + RequestWriter.Write(branch)))];

    /// <summary>Returns whether two requests of a query can return the same resource.</summary>
    internal bool CanOverlap(KlaviyoRequest request) => Overlap.IsPossible(request, catalogue);

    /// <summary>Explains a query.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal KlaviyoQueryExplanation Explain(Expression query) => Explain(Request(query));

    /// <summary>Explains a query, or why Klaviyo cannot answer it.</summary>
    internal View Show(Expression query)
    {
        Ruling ruling = Judge(QueryReader.Read(query, TerminalKind.Sequence, model, new CapturedValues()).Form);
        return ruling.Request is { } request
            ? ((IShown)Explain(request)).Show()
            : new View("Klaviyo cannot answer this query:") { Text = string.Join("\n\n", ruling.Findings) };
    }

    private PreparedQuery Prepare(PlanSearch search, Expression query, TerminalKind terminal, string prefix)
    {
        ReadQuery read = QueryReader.Read(query, terminal, model, search.Captured);
        KlaviyoRequest request = Refusal.OrRequest(Judge(read.Form));
        return search.Remember(_plans, read, request, model, prefix);
    }

    private Ruling Judge(QueryForm form) => Rulings.Judge.Rule(form, catalogue, grammar);

    private KlaviyoQueryExplanation Explain(KlaviyoRequest request) =>
        new(
            request.Operation, CallLimits.Of(request.Operation, RequestWriter.Write(request)), Addresses(request), RequestWriter.Headers(request),
            request.Unchecked)
        {
            Fieldsets = request.Fieldsets,
            Limit = request.Limit,
        };
}
