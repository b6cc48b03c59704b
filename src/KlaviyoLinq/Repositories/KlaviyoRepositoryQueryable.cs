using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Repositories;

/// <summary>
/// The operators and ends of a query on plain <see cref="IQueryable{T}"/>, for repositories and other code that does not name Klaviyo in its types. Opt-in by
/// its namespace, because EF Core has methods of the same names. Each is what its namesake in <see cref="KlaviyoQueryable"/> is, and throws
/// <see cref="InvalidOperationException"/> when the query is not one of a <see cref="KlaviyoContext"/>.
/// </summary>
/// <remarks>
/// <c>ThenInclude</c> has no namesake here, as Klaviyo includes the relationships of the queried resource only. What is meant for one resource
/// (<c>For</c>, <c>OrderByDistance</c>) begins at its set.
/// </remarks>
public static partial class KlaviyoRepositoryQueryable
{
    /// <summary>The query as what it is: a query of a <see cref="KlaviyoContext"/>, with all of its operators.</summary>
    /// <exception cref="InvalidOperationException">The query is not one of a <see cref="KlaviyoContext"/>.</exception>
    public static IKlaviyoQueryable<T> AsKlaviyo<T>(this IQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source as IKlaviyoQueryable<T>
            ?? throw new InvalidOperationException(
                $"The query comes from {source.Provider.GetType().FullName}, not from a KlaviyoContext. KlaviyoLinq.Repositories runs Klaviyo's queries only; "
                + "for queries of EF Core use Microsoft.EntityFrameworkCore's methods, for lists ToList() and the like.");
    }

    /// <summary>All rows as a list.</summary>
    public static Task<List<T>> ToListAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.ToListAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>All rows as an array.</summary>
    public static Task<T[]> ToArrayAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.ToArrayAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The first row. Asks for the smallest page.</summary>
    public static Task<T> FirstAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.FirstAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The first row, or the default value when there is none. Asks for the smallest page.</summary>
    public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.FirstOrDefaultAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The only row. Asks for two, to know whether it is.</summary>
    public static Task<T> SingleAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.SingleAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The only row, or the default value when there is none. Asks for two, to know whether it is.</summary>
    public static Task<T?> SingleOrDefaultAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.SingleOrDefaultAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>Returns whether there is a row. Requests the smallest page, with ids only.</summary>
    public static Task<bool> AnyAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.AnyAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The number of rows. Klaviyo has no count: every page is read, with ids only.</summary>
    public static Task<int> CountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.CountAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The number of rows. Klaviyo has no count: every page is read, with ids only.</summary>
    public static Task<long> LongCountAsync<T>(this IQueryable<T> source, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.LongCountAsync(source.AsKlaviyo(), cancellationToken);

    /// <summary>The last row: turns the sort round and requests the first. Refused without a sort, and after <c>Take</c>.</summary>
    public static Task<T> LastAsync<T>(
        this IQueryable<T> source, CancellationToken cancellationToken = default, [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.LastAsync(source.AsKlaviyo(), cancellationToken, callerFilePath, callerLineNumber);

    /// <summary>The last row, or the default value when there is none: turns the sort round and requests the first.</summary>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IQueryable<T> source, CancellationToken cancellationToken = default, [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.LastOrDefaultAsync(source.AsKlaviyo(), cancellationToken, callerFilePath, callerLineNumber);

    /// <summary>The first row that satisfies a predicate. Asks for the smallest page.</summary>
    public static Task<T> FirstAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.FirstAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The first row that satisfies a predicate, or the default value when there is none. Asks for the smallest page.</summary>
    public static Task<T?> FirstOrDefaultAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.FirstOrDefaultAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The only row that satisfies a predicate. Asks for two, to know whether it is.</summary>
    public static Task<T> SingleAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.SingleAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The only row that satisfies a predicate, or the default value when there is none. Asks for two, to know whether it is.</summary>
    public static Task<T?> SingleOrDefaultAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.SingleOrDefaultAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The last row that satisfies a predicate: turns the sort round and requests the first.</summary>
    public static Task<T> LastAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.LastAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The last row that satisfies a predicate, or the default value when there is none: turns the sort round and requests the first.</summary>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.LastOrDefaultAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The row at a place. Only the first can be requested (<c>0</c>); Klaviyo pages by cursor, so any other place is refused.</summary>
    public static Task<T> ElementAtAsync<T>(
        this IQueryable<T> source,
        int index,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(index))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.ElementAtAsync(source.AsKlaviyo(), index, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Returns whether any row satisfies a predicate. Requests the smallest page, with ids only.</summary>
    public static Task<bool> AnyAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.AnyAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Returns whether all rows satisfy a predicate. Requests one that does not.</summary>
    public static Task<bool> AllAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.AllAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The number of rows that satisfy a predicate. Every page is read, with ids only.</summary>
    public static Task<int> CountAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.CountAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>The number of rows that satisfy a predicate. Every page is read, with ids only.</summary>
    public static Task<long> LongCountAsync<T>(
        this IQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.LongCountAsync(source.AsKlaviyo(), predicate, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>All rows as a set.</summary>
    public static Task<HashSet<T>> ToHashSetAsync<T>(
        this IQueryable<T> source, IEqualityComparer<T>? comparer = null, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.ToHashSetAsync(source.AsKlaviyo(), comparer, cancellationToken);

    /// <summary>All rows as a dictionary.</summary>
    public static Task<Dictionary<TKey, T>> ToDictionaryAsync<T, TKey>(
        this IQueryable<T> source, Func<T, TKey> keySelector, CancellationToken cancellationToken = default)
        where TKey : notnull => KlaviyoQueryable.ToDictionaryAsync(source.AsKlaviyo(), keySelector, cancellationToken);

    /// <summary>All rows as a dictionary of values made of them.</summary>
    public static Task<Dictionary<TKey, TElement>> ToDictionaryAsync<T, TKey, TElement>(
        this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, CancellationToken cancellationToken = default)
        where TKey : notnull => KlaviyoQueryable.ToDictionaryAsync(source.AsKlaviyo(), keySelector, elementSelector, cancellationToken);

    /// <summary>All rows, grouped in memory by a key.</summary>
    public static Task<ILookup<TKey, T>> ToLookupAsync<T, TKey>(
        this IQueryable<T> source, Func<T, TKey> keySelector, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.ToLookupAsync(source.AsKlaviyo(), keySelector, cancellationToken);

    /// <summary>All rows, grouped in memory by a key, as values made of them.</summary>
    public static Task<ILookup<TKey, TElement>> ToLookupAsync<T, TKey, TElement>(
        this IQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.ToLookupAsync(source.AsKlaviyo(), keySelector, elementSelector, cancellationToken);

    /// <summary>Returns whether a value is among the rows. Requests one that equals it; a resource is found by its id.</summary>
    public static Task<bool> ContainsAsync<T>(
        this IQueryable<T> source,
        T value,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(value))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.ContainsAsync(source.AsKlaviyo(), value, cancellationToken, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Calls an action for every row, page after page.</summary>
    public static Task ForEachAsync<T>(this IQueryable<T> source, Action<T> action, CancellationToken cancellationToken = default) =>
        KlaviyoQueryable.ForEachAsync(source.AsKlaviyo(), action, cancellationToken);

    /// <summary>The rows as an asynchronous stream.</summary>
    public static IAsyncEnumerable<T> AsAsyncEnumerable<T>(this IQueryable<T> source) => source.AsKlaviyo().AsAsyncEnumerable();

    /// <summary>The query page by page, each with the place after it.</summary>
    public static IAsyncEnumerable<KlaviyoPage<T>> AsPages<T>(this IQueryable<T> source) => KlaviyoQueryable.AsPages(source.AsKlaviyo());

    /// <summary>The rows of the query, each with the place after it.</summary>
    public static IAsyncEnumerable<KlaviyoRow<T>> WithCheckpoints<T>(this IQueryable<T> source) => KlaviyoQueryable.WithCheckpoints(source.AsKlaviyo());
}
