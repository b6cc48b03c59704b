using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>Operators that run a query and send its requests. Cancelling the token also aborts a request in flight.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Reads all rows into a list.</summary>
    public static async Task<List<T>> ToListAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        List<T> rows = [];
        await foreach (T row in Rows(source, cancellationToken).ConfigureAwait(false))
            rows.Add(row);
        return rows;
    }

    /// <summary>Reads all rows into an array.</summary>
    public static async Task<T[]> ToArrayAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default) =>
        [.. await source.ToListAsync(cancellationToken).ConfigureAwait(false)];

    /// <summary>Reads all rows into a set.</summary>
    public static async Task<HashSet<T>> ToHashSetAsync<T>(
        this IKlaviyoQueryable<T> source, IEqualityComparer<T>? comparer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        HashSet<T> rows = new(comparer);
        await foreach (T row in Rows(source, cancellationToken).ConfigureAwait(false))
            rows.Add(row);
        return rows;
    }

    /// <summary>Reads all rows into a dictionary.</summary>
    /// <exception cref="ArgumentException">Two rows have the same key.</exception>
    public static async Task<Dictionary<TKey, T>> ToDictionaryAsync<T, TKey>(
        this IKlaviyoQueryable<T> source, Func<T, TKey> keySelector, CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(keySelector);
        Dictionary<TKey, T> rows = [];
        await foreach (T row in Rows(source, cancellationToken).ConfigureAwait(false))
            rows.Add(keySelector(row), row);
        return rows;
    }

    /// <summary>Reads all rows into a dictionary of values made of them.</summary>
    /// <exception cref="ArgumentException">Two rows have the same key.</exception>
    public static async Task<Dictionary<TKey, TElement>> ToDictionaryAsync<T, TKey, TElement>(
        this IKlaviyoQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(keySelector);
        ArgumentNullException.ThrowIfNull(elementSelector);
        Dictionary<TKey, TElement> rows = [];
        await foreach (T row in Rows(source, cancellationToken).ConfigureAwait(false))
            rows.Add(keySelector(row), elementSelector(row));
        return rows;
    }

    /// <summary>Reads all rows into groups of the same key, in memory.</summary>
    public static async Task<ILookup<TKey, T>> ToLookupAsync<T, TKey>(
        this IKlaviyoQueryable<T> source, Func<T, TKey> keySelector, CancellationToken cancellationToken = default) =>
        (await source.ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(keySelector);

    /// <summary>Reads all rows into groups of the same key, of values made of the rows, in memory.</summary>
    public static async Task<ILookup<TKey, TElement>> ToLookupAsync<T, TKey, TElement>(
        this IKlaviyoQueryable<T> source, Func<T, TKey> keySelector, Func<T, TElement> elementSelector, CancellationToken cancellationToken = default) =>
        (await source.ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(keySelector, elementSelector);

    /// <summary>Calls an action for every row, page after page.</summary>
    public static async Task ForEachAsync<T>(this IKlaviyoQueryable<T> source, Action<T> action, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(action);
        await foreach (T row in Rows(source, cancellationToken, streamsRows: true).ConfigureAwait(false))
            action(row);
    }

    /// <summary>Returns the first row. Requests the smallest page.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    public static async Task<T> FirstAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
    {
        await foreach (T row in Rows(source, cancellationToken, TerminalKind.First).ConfigureAwait(false))
            return row;
        throw NoRow();
    }

    /// <summary>Returns the first row that satisfies a predicate. Requests the smallest page.</summary>
    /// <exception cref="InvalidOperationException">There is no such row.</exception>
    public static Task<T> FirstAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).FirstAsync(cancellationToken);

    /// <summary>Returns the first row, or the default value when there is none. Requests the smallest page.</summary>
    public static async Task<T?> FirstOrDefaultAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
    {
        await foreach (T row in Rows(source, cancellationToken, TerminalKind.First).ConfigureAwait(false))
            return row;
        return default;
    }

    /// <summary>Returns the first row that satisfies a predicate, or the default value when there is none. Requests the smallest page.</summary>
    public static Task<T?> FirstOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns the only row. Requests two rows, to know whether it is the only one.</summary>
    /// <exception cref="InvalidOperationException">There is no row, or more than one.</exception>
    public static async Task<T> SingleAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
    {
        (bool found, T? row) = await OnlyRowAsync(source, cancellationToken).ConfigureAwait(false);
        return found ? row! : throw NoRow();
    }

    /// <summary>Returns the only row, or the default value when there is none. Requests two rows, to know whether it is the only one.</summary>
    /// <exception cref="InvalidOperationException">There is more than one row.</exception>
    public static async Task<T?> SingleOrDefaultAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default) =>
        (await OnlyRowAsync(source, cancellationToken).ConfigureAwait(false)).Row;

    /// <summary>Returns whether there is a row. Requests the smallest page, with ids only.</summary>
    public static async Task<bool> AnyAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await Composer.Provider(source).AnyAsync(source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns whether there is a row that satisfies a predicate. Requests the smallest page, with ids only.</summary>
    public static Task<bool> AnyAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).AnyAsync(cancellationToken);

    /// <summary>Returns the number of rows. Klaviyo has no count: every page is read, with ids only.</summary>
    public static async Task<int> CountAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default) =>
        checked((int)await source.LongCountAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Returns the number of rows that satisfy a predicate. Klaviyo has no count: every page is read, with ids only.</summary>
    public static Task<int> CountAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).CountAsync(cancellationToken);

    /// <summary>Returns the number of rows. Klaviyo has no count: every page is read, with ids only.</summary>
    public static async Task<long> LongCountAsync<T>(this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return await Composer.Provider(source).CountAsync(source, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the number of rows that satisfy a predicate. Klaviyo has no count: every page is read, with ids only.</summary>
    public static Task<long> LongCountAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).LongCountAsync(cancellationToken);

    private static IAsyncEnumerable<T> Rows<T>(
        IKlaviyoQueryable<T> source, CancellationToken cancellationToken, TerminalKind terminal = TerminalKind.Sequence, bool streamsRows = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).Stream<T>(source, terminal, cancellationToken, streamsRows);
    }

    private static async Task<(bool Found, T? Row)> OnlyRowAsync<T>(IKlaviyoQueryable<T> source, CancellationToken cancellationToken)
    {
        bool found = false;
        T? only = default;
        await foreach (T row in Rows(source, cancellationToken, TerminalKind.Single).ConfigureAwait(false))
        {
            if (found)
                throw new InvalidOperationException("The query has more than one row.");
            (found, only) = (true, row);
        }

        return (found, only);
    }

    private static InvalidOperationException NoRow() => new("The query has no row.");
}
