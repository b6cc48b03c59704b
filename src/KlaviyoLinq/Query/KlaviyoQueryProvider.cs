using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Display;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Forms;
using KlaviyoLinq.JsonApi;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Plans;
using KlaviyoLinq.RateLimiting;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings;
using KlaviyoLinq.Shaping;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Query;

/// <summary>
/// The way of every query: read, judge, shape, execute; a query like one that has been seen before is not read and judged again. Each line
/// below is one folder.
/// </summary>
internal sealed class KlaviyoQueryProvider(
    KlaviyoCatalogue catalogue,
    ModelMap model,
    FilterGrammar grammar,
    Uri baseAddress,
    LazyExecutor execution,
    Func<KlaviyoQueryProvider, Expression, object?>? synchronous) : IQueryProvider, IQueryDisplay
{
    private readonly string _base = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private readonly PlanCache _plans = PlanCache.For(catalogue, model);

    /// <summary>The public id of the company that is asked; null where a private key tells the account.</summary>
    internal string? CompanyId { get; init; }

    /// <summary>The rows of the query.</summary>
    internal GuardedStream<T> Stream<T>(
        Expression expression, TerminalKind terminal = TerminalKind.Sequence, CancellationToken cancellationToken = default, bool handsOut = true) =>
        new(RowsAsync<T>(expression, terminal, handsOut, cancellationToken), cancellationToken);

    /// <summary>The rows of the query, page by page.</summary>
    internal GuardedStream<KlaviyoPage<T>> StreamPages<T>(Expression expression) => new(PagesAsync<T>(expression));

    private async IAsyncEnumerable<T> RowsAsync<T>(Expression expression, TerminalKind terminal, bool handsOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        QueryRun run = Run(expression, terminal, handsOut);
        RowShaper<T> rows = run.Rows<T>();                                // Shaping:   how a resource becomes a row
        int left = run.Left;
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))   // Execution: pages of resources
        {
            for (int i = 0; i < page.Resources.Count; i++)
            {
                if (run.TryShape(rows, i, out T row))
                    yield return row;
                if (--left == 0)
                    yield break;
            }
        }
    }

    private async IAsyncEnumerable<KlaviyoPage<T>> PagesAsync<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        QueryRun run = Run(expression, TerminalKind.Sequence, handsOut: true);
        RowShaper<T> rows = run.Rows<T>();
        int left = run.Left;
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            int count = Math.Min(left, page.Resources.Count);
            IReadOnlyList<T> items = run.ShapeAll(rows, count, out Func<int, KlaviyoCheckpoint> checkpoints);
            left -= count;
            yield return new KlaviyoPage<T>(items, left == 0 ? null : page.NextCursor, checkpoints)
            {
                Revision = page.Revision.Name,
                RetirementDate = page.Revision.Retirement,
                RateLimit = page.RateLimit,
            };
            if (left == 0)
                yield break;
        }
    }

    /// <summary>Reads the resource of an id; null when there is none.</summary>
    /// <exception cref="KlaviyoNotFoundException">There is none, and it is required.</exception>
    internal async Task<T?> OneAsync<T>(Expression expression, bool isRequired, CancellationToken cancellationToken)
    {
        QueryRun run = Run(expression, TerminalKind.Single, handsOut: false, isRequired);
        RowShaper<T> rows = run.Rows<T>();
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            if (page.Resources.Count > 0 && run.TryShape(rows, 0, out T row))
                return row;
        return isRequired && run.IsEmpty ? throw KlaviyoNotFoundException.WithoutRequest() : default;
    }

    /// <summary>Reads what is related to a resource that should exist.</summary>
    /// <exception cref="KlaviyoNotFoundException">It does not.</exception>
    internal async IAsyncEnumerable<T> StreamKnown<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : KlaviyoResource
    {
        QueryRun run = Run(expression, TerminalKind.Sequence, handsOut: false, requiresResource: true);
        RowShaper<T> rows = run.Rows<T>();
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            for (int i = 0; i < page.Resources.Count; i++)
                if (run.TryShape(rows, i, out T row))
                    yield return row;
    }

    /// <summary>Counts the rows of the query without making any.</summary>
    internal async ValueTask<long> CountAsync(Expression expression, CancellationToken cancellationToken)
    {
        QueryRun run = Run(expression, TerminalKind.Count, handsOut: false);
        long count = 0;
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            count += page.Resources.Count;
        return Math.Min(count, run.Left);
    }

    /// <summary>Returns whether the query has a row, without making any.</summary>
    internal async ValueTask<bool> AnyAsync(Expression expression, CancellationToken cancellationToken)
    {
        QueryRun run = Run(expression, TerminalKind.Any, handsOut: false);
        await foreach (ResourcePage page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
            if (page.Resources.Count > 0)
                return true;
        return false;
    }

    /// <summary>How queries of a set begin: with what the model has for its class.</summary>
    internal Expression Begin(IQueryable root) => QueryStart.Of(root, model);

    /// <summary>The query without filters of the model.</summary>
    internal ComposedQuery<T> Unfiltered<T>(IKlaviyoQueryable<T> query, IReadOnlyCollection<string>? names) =>
        new(this, QueryStart.Without(query.Expression, model, names));

    /// <summary>The query made ready to be sent: by a plan, or by reading and judging it.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    private PreparedQuery Prepare(Expression expression, TerminalKind terminal)
    {
        using PlanSearch search = PlanSearch.Of(expression, terminal, grammar).Meet(_plans);     // Planning:  what is known of queries like this
        return search.Find(_plans, "") ?? Prepare(search, expression, terminal, "");
    }

    private PreparedQuery Prepare(PlanSearch search, Expression expression, TerminalKind terminal, string prefix)
    {
        ReadQuery read = QueryReader.Read(expression, terminal, model, search.Captured);         // Reading:   what was written
        KlaviyoRequest request = Refusal.OrRequest(Judge(read.Form));                            // Rulings:   what Klaviyo can answer, or every reason why not
        return search.Remember(_plans, read, request, model, prefix);
    }

    /// <summary>The request that the query becomes, complete and without a plan.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal KlaviyoRequest Request(Expression expression, TerminalKind terminal = TerminalKind.Sequence) =>
        Refusal.OrRequest(Judge(QueryReader.Read(expression, terminal, model, new CapturedValues()).Form));

    /// <summary>The addresses of the first pages of all requests that the query becomes.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal IReadOnlyList<Uri> Addresses(IQueryable query)
    {
        using PlanSearch search = PlanSearch.Of(query, TerminalKind.Sequence, grammar).Meet(_plans);
        PreparedQuery prepared = search.Find(_plans, _base, isToRun: false) ?? Prepare(search, query.Expression, TerminalKind.Sequence, _base);
        return prepared.Address is { } address ? [new Uri(address)] : Addresses(prepared.Request);
    }

    /// <summary>The addresses of the first pages of a request and its branches.</summary>
    internal IReadOnlyList<Uri> Addresses(KlaviyoRequest request) =>
        request.IsEmpty ? [] : [.. request.Requests().Select(branch => new Uri(_base + RequestWriter.Write(branch)))];

    /// <summary>What the query becomes, what it needs and what it costs.</summary>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal KlaviyoQueryExplanation Explain(Expression expression) => Explain(Request(expression));

    /// <inheritdoc/>
    public View Show(Expression query)
    {
        Ruling ruling = Judge(QueryReader.Read(query, TerminalKind.Sequence, model, new CapturedValues()).Form);
        return ruling.Request is { } request
            ? ((IShown)Explain(request)).Show()
            : new View("Klaviyo cannot answer this query:") { Text = string.Join("\n\n", ruling.Findings) };
    }

    /// <inheritdoc/>
    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new ComposedQuery<TElement>(this, expression);

    /// <inheritdoc/>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A query is an IQueryable of its rows, and its type is used.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "LINQ's own operators use the generic method; rows that are classes share their code.")]
    public IQueryable CreateQuery(Expression expression)
    {
        Type element = expression.Type.GetInterfaces().Append(expression.Type)
            .First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        return (IQueryable)Activator.CreateInstance(typeof(ComposedQuery<>).MakeGenericType(element), this, expression)!;
    }

    /// <inheritdoc/>
    public object? Execute(Expression expression) => synchronous is null ? throw new SynchronousQueryException() : synchronous(this, expression);

    /// <inheritdoc/>
    public TResult Execute<TResult>(Expression expression) => (TResult)Execute(expression)!;

    /// <summary>The rows for a caller that blocks.</summary>
    /// <exception cref="SynchronousQueryException">The options do not allow it.</exception>
    internal IEnumerator<T> Rows<T>(Expression expression) =>
        synchronous is null ? throw new SynchronousQueryException() : new SynchronousRows<T>(Stream<T>(expression).GetAsyncEnumerator());

    private KlaviyoQueryExplanation Explain(KlaviyoRequest request) =>
        new(request.Operation, CallLimits.Of(request.Operation, RequestWriter.Write(request)), Addresses(request), RequestWriter.Headers(request), request.Unchecked)
        {
            Fieldsets = request.Fieldsets,
            Limit = request.Limit,
        };

    private Ruling Judge(QueryForm form) => Rulings.Judge.Rule(form, catalogue, grammar);

    /// <summary>Begins a run: prepares the query and sends nothing yet.</summary>
    /// <param name="expression">The query.</param>
    /// <param name="terminal">The operator that ends it.</param>
    /// <param name="handsOut">Whether the caller gets each row as it comes, so that a failure has a checkpoint.</param>
    /// <param name="requiresResource">Whether "not found" is an error also where the query is for one resource.</param>
    /// <exception cref="UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    internal QueryRun Run(Expression expression, TerminalKind terminal, bool handsOut, bool requiresResource = false)
    {
        PreparedQuery query = Prepare(expression, terminal);
        return new QueryRun(execution.Value, query, () => Request(expression))
        {
            From = Resumption.CheckpointOf(expression)?.State,
            Account = CompanyId,
            CanOverlap = Overlap.IsPossible(query.Request, catalogue),
            HandsOut = handsOut,
            RequiresResource = requiresResource,
            // For a query of one row, a row that is left out would look like one that does not exist.
            MayLeaveOut = terminal == TerminalKind.Sequence && !requiresResource,
        };
    }
}
