using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq;

/// <content>Ends of a query that pick one row, or ask whether rows are of a kind.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>The only row that satisfies a predicate. Asks for two, to know whether it is.</summary>
    /// <exception cref="InvalidOperationException">There is no such row, or more than one.</exception>
    public static Task<T> SingleAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).SingleAsync(cancellationToken);

    /// <summary>The only row that satisfies a predicate, or the default value when there is none. Asks for two, to know whether it is.</summary>
    /// <exception cref="InvalidOperationException">There is more than one such row.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        source.Where(predicate, callerArgument, callerFilePath, callerLineNumber).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The last row: turns the sort round and asks for the first. Refused without a sort, and after <c>Take</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">There is no sort to turn round.</exception>
    public static Task<T> LastAsync<T>(
        this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source, callerFilePath, callerLineNumber).FirstAsync(cancellationToken);

    /// <summary>The last row that satisfies a predicate: turns the sort round and asks for the first.</summary>
    /// <exception cref="InvalidOperationException">There is no such row.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">There is no sort to turn round.</exception>
    public static Task<T> LastAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source.Where(predicate, callerArgument, callerFilePath, callerLineNumber), callerFilePath, callerLineNumber).FirstAsync(cancellationToken);

    /// <summary>The last row, or the default value when there is none: turns the sort round and asks for the first.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">There is no sort to turn round.</exception>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source, CancellationToken cancellationToken = default, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source, callerFilePath, callerLineNumber).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The last row that satisfies a predicate, or the default value when there is none: turns the sort round and asks for the first.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">There is no sort to turn round.</exception>
    public static Task<T?> LastOrDefaultAsync<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Turned(source.Where(predicate, callerArgument, callerFilePath, callerLineNumber), callerFilePath, callerLineNumber).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The row at a place. Only the first can be asked for (<c>0</c>); Klaviyo pages by cursor, so any other place is refused.</summary>
    /// <exception cref="InvalidOperationException">There is no row.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The place is not 0.</exception>
    public static Task<T> ElementAtAsync<T>(
        this IKlaviyoQueryable<T> source,
        int index,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(index))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return Composer.Compose<T>(nameof(ElementAtAsync), source, Expression.Constant(index), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber)).FirstAsync(cancellationToken);
    }

    /// <summary>Whether all rows satisfy a predicate: asks for one that does not. Refused where Klaviyo cannot filter by the contrary.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot ask for rows that do not satisfy the predicate.</exception>
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
        return !await Composer.Compose<T>(SitedOperators.Find(nameof(AllAsync), typeof(T)), source, contrary, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber)).AnyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a value is among the rows: asks for one that equals it. A resource is looked for by its id.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot filter by what the rows are.</exception>
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
            ? Expression.Equal(Expression.Property(typeof(KlaviyoResource).IsAssignableFrom(typeof(T)) ? row : Expression.Convert(row, typeof(KlaviyoResource)), typeof(KlaviyoResource).GetProperty(nameof(KlaviyoResource.Id))!), Expression.Constant(resource.Id))
            : Expression.Call(
                typeof(object).GetMethod(nameof(Equals), [typeof(object), typeof(object)])!, Expression.Convert(row, typeof(object)), Expression.Convert(Expression.Constant(value, typeof(T)), typeof(object)));
        return Composer.Compose<T>(SitedOperators.Find(nameof(ContainsAsync), typeof(T)), source, Expression.Lambda<Func<T, bool>>(equality, row), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber))
            .AnyAsync(cancellationToken);
    }

    private static ComposedQuery<T> Turned<T>(IKlaviyoQueryable<T> source, string? callerFilePath, int callerLineNumber) =>
        Composer.Compose<T>(nameof(LastAsync), source, null, new KlaviyoCallSite("", callerFilePath, callerLineNumber));
}
