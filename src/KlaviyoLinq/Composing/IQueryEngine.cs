using System.Linq.Expressions;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Composing;

/// <summary>Provider of Klaviyo queries, as the operators and the sources see it. Nothing is translated or sent before rows are read.</summary>
internal interface IQueryEngine : IQueryProvider
{
    /// <summary>The public id of the company of a client context; null where a credential identifies the account.</summary>
    string? CompanyId { get; }

    /// <summary>The engine of the context's commands.</summary>
    ICommandEngine Commands { get; }

    /// <summary>Returns the expression with which queries of a source begin: the source, and what the context's model has for its class.</summary>
    Expression Begin(IQueryable root);

    /// <summary>Returns the query without filters of the context's model.</summary>
    /// <param name="query">The query.</param>
    /// <param name="names">The names of the filters; null for all.</param>
    IKlaviyoQueryable<T> Unfiltered<T>(IKlaviyoQueryable<T> query, IReadOnlyCollection<string>? names);

    /// <summary>Reads the rows of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="terminal">The operator that ends it.</param>
    /// <param name="cancellationToken">The token of the query; an enumeration can have another.</param>
    /// <param name="streamsRows">Whether the user gets each row as it arrives, so that a failure has a checkpoint.</param>
    IAsyncEnumerable<T> Stream<T>(
        IQueryable query, TerminalKind terminal = TerminalKind.Sequence, CancellationToken cancellationToken = default, bool streamsRows = true);

    /// <summary>Reads the rows of a query, page by page.</summary>
    IAsyncEnumerable<KlaviyoPage<T>> StreamPages<T>(IQueryable query);

    /// <summary>Reads what is related to a resource that must exist.</summary>
    /// <exception cref="Errors.KlaviyoNotFoundException">It does not exist.</exception>
    IAsyncEnumerable<T> StreamKnown<T>(IQueryable query, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a query for a caller that blocks.</summary>
    /// <exception cref="Errors.SynchronousQueryException">The options do not allow it.</exception>
    IEnumerator<T> Rows<T>(IQueryable query);

    /// <summary>Reads the resource of an id; null when there is none.</summary>
    /// <exception cref="Errors.KlaviyoNotFoundException">There is none, and it is required.</exception>
    Task<T?> OneAsync<T>(IQueryable query, bool isRequired, CancellationToken cancellationToken);

    /// <summary>Counts the rows of a query without making any.</summary>
    ValueTask<long> CountAsync(IQueryable query, CancellationToken cancellationToken);

    /// <summary>Returns whether a query has a row, without making any.</summary>
    ValueTask<bool> AnyAsync(IQueryable query, CancellationToken cancellationToken);

    /// <summary>Translates a query into its request, without a plan.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    KlaviyoRequest Request(Expression query, TerminalKind terminal = TerminalKind.Sequence);

    /// <summary>Returns the addresses of the first pages of all requests of a query.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    IReadOnlyList<Uri> Addresses(IQueryable query);

    /// <summary>Returns what a query becomes, what it needs and what it costs.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    KlaviyoQueryExplanation Explain(Expression query);
}
