using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq;

/// <summary>
/// LINQ's operators on Klaviyo queries. They stand before those of <see cref="Queryable"/>, in query syntax too, and remember where they
/// were written, so that a refusal can show the line. The compiler supplies the last three arguments of each; do not pass them.
/// </summary>
public static partial class KlaviyoQueryable
{
    /// <summary>Keeps the resources that satisfy a predicate. Becomes <c>filter</c>.</summary>
    public static IKlaviyoQueryable<T> Where<T>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, bool>> predicate,
        [CallerArgumentExpression(nameof(predicate))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(
            SitedOperators.Find(nameof(Where), typeof(T)), source, predicate, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Projects each resource to a row. The members it reads become <c>fields[…]</c>; the relationships it reads become <c>include</c>.</summary>
    public static IKlaviyoQueryable<TResult> Select<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TResult>> selector,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<TResult>(
            SitedOperators.Find(nameof(Select), typeof(T), typeof(TResult)), source, selector,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>
    /// Goes from one resource, named by its id, to a related collection of it: <c>klaviyo.Lists.Where(l => l.Id == id).SelectMany(l => l.Profiles)</c>
    /// sends the same request as <c>klaviyo.Lists[id].Profiles</c>. Any other use is refused when the query runs.
    /// </summary>
    public static IKlaviyoQueryable<TResult> SelectMany<T, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, IEnumerable<TResult>>> selector,
        [CallerArgumentExpression(nameof(selector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Flatten(source, selector, (_, element) => element, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Supports the second <c>from</c> of a query expression: <c>from l in klaviyo.Lists where l.Id == id from p in l.Profiles select p</c>.</summary>
    public static IKlaviyoQueryable<TResult> SelectMany<T, TCollection, TResult>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, IEnumerable<TCollection>>> collectionSelector,
        Expression<Func<T, TCollection, TResult>> resultSelector,
        [CallerArgumentExpression(nameof(collectionSelector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Flatten(source, collectionSelector, resultSelector, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Sorts by one key of the endpoint's list, ascending. Becomes <c>sort</c>.</summary>
    public static IOrderedKlaviyoQueryable<T> OrderBy<T, TKey>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TKey>> keySelector,
        [CallerArgumentExpression(nameof(keySelector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(
            SitedOperators.Find(nameof(OrderBy), typeof(T), typeof(TKey)), source, keySelector,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Sorts by one key of the endpoint's list, descending. Becomes <c>sort</c> with a minus.</summary>
    public static IOrderedKlaviyoQueryable<T> OrderByDescending<T, TKey>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TKey>> keySelector,
        [CallerArgumentExpression(nameof(keySelector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(
            SitedOperators.Find(nameof(OrderByDescending), typeof(T), typeof(TKey)), source, keySelector,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo sorts by one key.</summary>
    public static IOrderedKlaviyoQueryable<T> ThenBy<T, TKey>(
        this IOrderedKlaviyoQueryable<T> source,
        Expression<Func<T, TKey>> keySelector,
        [CallerArgumentExpression(nameof(keySelector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(
            SitedOperators.Find(nameof(ThenBy), typeof(T), typeof(TKey)), source, keySelector,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo sorts by one key.</summary>
    public static IOrderedKlaviyoQueryable<T> ThenByDescending<T, TKey>(
        this IOrderedKlaviyoQueryable<T> source,
        Expression<Func<T, TKey>> keySelector,
        [CallerArgumentExpression(nameof(keySelector))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(
            SitedOperators.Find(nameof(ThenByDescending), typeof(T), typeof(TKey)), source, keySelector,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Limits the number of rows over all pages. With zero or less there are no rows, and no request is sent.</summary>
    public static IKlaviyoQueryable<T> Take<T>(
        this IKlaviyoQueryable<T> source,
        int count,
        [CallerArgumentExpression(nameof(count))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(nameof(Take), source, Expression.Constant(count), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo pages by cursor and cannot jump.</summary>
    public static IKlaviyoQueryable<T> Skip<T>(
        this IKlaviyoQueryable<T> source,
        int count,
        [CallerArgumentExpression(nameof(count))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(nameof(Skip), source, Expression.Constant(count), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo cannot remove duplicates.</summary>
    public static IKlaviyoQueryable<T> Distinct<T>(
        this IKlaviyoQueryable<T> source,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(nameof(Distinct), source, null, new KlaviyoCallSite("", callerFilePath, callerLineNumber));
}
