using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Display;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Paging;
using KlaviyoLinq.Plans;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Running;

namespace KlaviyoLinq.Pipeline;

/// <summary>Query provider of a context: every way to read a query is one run of its prepared form.</summary>
internal sealed class KlaviyoQueryProvider(
    QueryPipeline pipeline, LazyExecutor execution, Func<IQueryEngine, Expression, object?>? synchronous) : IQueryEngine, IQueryDisplay
{
    public string? CompanyId { get; init; }

    public required ICommandEngine Commands { get; init; }

    internal QueryPipeline Pipeline => pipeline;

    public Expression Begin(IQueryable root) => QueryStart.Of(root, pipeline.Model);

    public IKlaviyoQueryable<T> Unfiltered<T>(IKlaviyoQueryable<T> query, IReadOnlyCollection<string>? names) =>
        new ComposedQuery<T>(this, QueryStart.Without(query.Expression, pipeline.Model, names));

    public IAsyncEnumerable<T> Stream<T>(IQueryable query, TerminalKind terminal, CancellationToken cancellationToken, bool streamsRows) =>
        new GuardedStream<T>(RunResults.RowsAsync<T>(() => Run(query, terminal, streamsRows), cancellationToken), cancellationToken);

    public IAsyncEnumerable<KlaviyoPage<T>> StreamPages<T>(IQueryable query) =>
        new GuardedStream<KlaviyoPage<T>>(RunResults.PagesAsync<T>(() => Run(query, TerminalKind.Sequence, streamsRows: true)));

    public IAsyncEnumerable<T> StreamKnown<T>(IQueryable query, CancellationToken cancellationToken) =>
        RunResults.RowsAsync<T>(() => Run(query, TerminalKind.Sequence, streamsRows: false, requiresResource: true), cancellationToken);

    public IEnumerator<T> Rows<T>(IQueryable query) =>
        synchronous is null
            ? throw new SynchronousQueryException()
            : new SynchronousRows<T>(Stream<T>(query, TerminalKind.Sequence, CancellationToken.None, streamsRows: true).GetAsyncEnumerator());

    public Task<T?> OneAsync<T>(IQueryable query, bool isRequired, CancellationToken cancellationToken) =>
        RunResults.OneAsync<T>(() => Run(query, TerminalKind.Single, streamsRows: false, isRequired), cancellationToken);

    public ValueTask<long> CountAsync(IQueryable query, CancellationToken cancellationToken) =>
        RunResults.CountAsync(Run(query, TerminalKind.Count, streamsRows: false), cancellationToken);

    public ValueTask<bool> AnyAsync(IQueryable query, CancellationToken cancellationToken) =>
        RunResults.AnyAsync(Run(query, TerminalKind.Any, streamsRows: false), cancellationToken);

    public KlaviyoRequest Request(Expression query, TerminalKind terminal) => pipeline.Request(query, terminal);

    public IReadOnlyList<Uri> Addresses(IQueryable query) => pipeline.Addresses(query);

    public KlaviyoQueryExplanation Explain(Expression query) => pipeline.Explain(query);

    public View Show(Expression query) => pipeline.Show(query);

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new ComposedQuery<TElement>(this, expression);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A query is an IQueryable of its rows, and its type is used.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "LINQ's own operators use the generic method; rows that are classes share their code.")]
    public IQueryable CreateQuery(Expression expression)
    {
        Type element = expression.Type.GetInterfaces().Append(expression.Type)
            .First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        return (IQueryable)Activator.CreateInstance(typeof(ComposedQuery<>).MakeGenericType(element), this, expression)!;
    }

    public object? Execute(Expression expression) => synchronous is null ? throw new SynchronousQueryException() : synchronous(this, expression);

    public TResult Execute<TResult>(Expression expression) => (TResult)Execute(expression)!;

    /// <summary>Begins a run: prepares the query, and sends nothing yet.</summary>
    internal QueryRun Run(IQueryable query, TerminalKind terminal, bool streamsRows, bool requiresResource = false)
    {
        ExplainScope.ForbidQuery();
        PreparedQuery prepared = pipeline.Prepare(query, terminal);
        return new QueryRun(execution.Value, prepared, () => pipeline.Request(query.Expression))
        {
            From = Resumption.CheckpointOf(query)?.State,
            Account = CompanyId,
            CanOverlap = pipeline.CanOverlap(prepared.Request),
            StreamsRows = streamsRows,
            RequiresResource = requiresResource,

            // In a query for one row, a row that is left out would look like one that does not exist.
            MaySkipRows = terminal == TerminalKind.Sequence && !requiresResource,
        };
    }
}
