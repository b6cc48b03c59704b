using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq;

/// <content>Operators that run a query for one row, or for a condition on its rows.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Returns the only row that satisfies a predicate. Requests two rows, to know whether it is the only one.</summary>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one.</exception>
    public static Task<T> SingleAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).SingleAsync(cancellationToken);

    /// <summary>
    /// Returns the only row that satisfies a predicate, or the default value when there is none. Requests two rows, to know whether it is the only
    /// one.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is more than one such row.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Returns the last row: reverses the sort and requests the first row. Refused without a sort, and after <c>Take</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The query has no sort to reverse.</exception>
    public static Task<T> LastAsync<T>(
        this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default, [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source, callerFilePath, callerLineNumber).FirstAsync(cancellationToken);

    /// <summary>Returns the last row that satisfies a predicate: reverses the sort and requests the first row.</summary>
    /// <exception cref="InvalidOperationException">There is no such row.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The query has no sort to reverse.</exception>
    public static Task<T> LastAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source.Where(predicate, callerArgument, callerFilePath, callerLineNumber), callerFilePath, callerLineNumber).FirstAsync(cancellationToken);

    /// <summary>Returns the last row, or the default value when there is none: reverses the sort and requests the first row.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">The query has no sort to reverse.</exception>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default, [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source, callerFilePath, callerLineNumber).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Returns the last row that satisfies a predicate, or the default value when there is none: reverses the sort and requests the first row.
    /// </summary>
    /// <exception cref="Errors.UntranslatableQueryException">The query has no sort to reverse.</exception>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source.Where(predicate, callerArgument, callerFilePath, callerLineNumber), callerFilePath, callerLineNumber)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Returns the row at an index. Only the first one (<c>0</c>) is supported: Klaviyo pages by cursor, so any other index is refused.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The index is not 0.</exception>
    public static Task<T> ElementAtAsync<T>(
        this IKlaviyoQueryable<T> source,
        int index,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(index))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Composer.Compose<T>(
            nameof(ElementAtAsync), source, Expression.Constant(index), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber))
            .FirstAsync(cancellationToken);
    }

    /// <summary>
    /// Returns whether all rows satisfy a predicate: requests one row that does not. Refused where Klaviyo cannot filter by the negated predicate.
    /// </summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot filter by the negated predicate.</exception>
    public static async Task<bool> AllAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var contrary = Expression.Lambda<Func<T, bool>>(Expression.Not(predicate.Body), predicate.Parameters);
        return !await Composer.Compose<T>(
            SitedOperators.Find(nameof(AllAsync), typeof(T)), source, contrary, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber))
            .AnyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns whether a value is among the rows: requests one row that equals it. A resource is found by its id.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot filter by the value of a row.</exception>
    public static Task<bool> ContainsAsync<T>(
        this IKlaviyoQueryable<T> source,
        T value,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(value))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ParameterExpression row = Expression.Parameter(typeof(T), "x");
        Expression equality = value is KlaviyoResource resource
            ? Expression.Equal(
                Expression.Property(
                    typeof(KlaviyoResource).IsAssignableFrom(typeof(T)) ? row : Expression.Convert(row, typeof(KlaviyoResource)),
                    typeof(KlaviyoResource).GetProperty(nameof(KlaviyoResource.Id))!),
                Expression.Constant(resource.Id))
            : Expression.Call(
                typeof(object).GetMethod(nameof(Equals), [typeof(object), typeof(object)])!, Expression.Convert(row, typeof(object)),
                Expression.Convert(Expression.Constant(value, typeof(T)), typeof(object)));
        return Composer.Compose<T>(
            SitedOperators.Find(nameof(ContainsAsync), typeof(T)), source, Expression.Lambda<Func<T, bool>>(equality, row),
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber))
            .AnyAsync(cancellationToken);
    }

    private static ComposedQuery<T> Turned<T>(IKlaviyoQueryable<T> source, string? callerFilePath, int callerLineNumber) =>
        Composer.Compose<T>(nameof(LastAsync), source, null, new KlaviyoCallSite("", callerFilePath, callerLineNumber));
}
