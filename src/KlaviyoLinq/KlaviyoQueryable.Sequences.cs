using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>Operators that rarely translate. They exist so that a refusal can show their place in the source code.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Reverses the order: the sort before it becomes descending, or ascending. Refused without a sort, and after <c>Take</c>.</summary>
    public static IKlaviyoQueryable<T> Reverse<T>(
        this IKlaviyoQueryable<T> source, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(nameof(Reverse), source, null, new KlaviyoCallSite("", callerFilePath, callerLineNumber));

    /// <summary>Returns the rows as a base type. Refused when the query runs for any other type.</summary>
    public static IKlaviyoQueryable<TResult> Cast<TResult>(
        this IKlaviyoQueryable<object> source, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(Queryable.Cast<TResult>(source), new KlaviyoCallSite("", callerFilePath, callerLineNumber));

    /// <summary>
    /// Returns the resources as their own type or a base type, which changes nothing. Refused when the query runs for a type that would exclude rows.
    /// </summary>
    public static IKlaviyoQueryable<TResult> OfType<TResult>(
        this IKlaviyoQueryable<object> source, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(Queryable.OfType<TResult>(source), new KlaviyoCallSite("", callerFilePath, callerLineNumber));

    /// <summary>Removes rows with the key of an earlier row. Changes nothing where the key is the id; refused when the query runs for any other key.</summary>
    public static IKlaviyoQueryable<T> DistinctBy<T, TKey>(
        this IKlaviyoQueryable<T> source, Expression<Func<T, TKey>> keySelector, [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(((IQueryable<T>)source).DistinctBy(keySelector), new KlaviyoCallSite(null, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo does not group. Group in memory, after <c>AsAsyncEnumerable()</c>.</summary>
    public static IKlaviyoQueryable<IGrouping<TKey, T>> GroupBy<T, TKey>(
        this IKlaviyoQueryable<T> source, Expression<Func<T, TKey>> keySelector, [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(((IQueryable<T>)source).GroupBy(keySelector), new KlaviyoCallSite(null, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo does not group. Group in memory, after <c>AsAsyncEnumerable()</c>.</summary>
    public static IKlaviyoQueryable<IGrouping<TKey, TElement>> GroupBy<T, TKey, TElement>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TKey>> keySelector,
        Expression<Func<T, TElement>> elementSelector,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(((IQueryable<T>)source).GroupBy(keySelector, elementSelector), new KlaviyoCallSite(null, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo does not join. Follow the relationship with <c>Include</c>, or join in memory.</summary>
    public static IKlaviyoQueryable<TResult> Join<TOuter, TInner, TKey, TResult>(
        this IKlaviyoQueryable<TOuter> outer,
        IEnumerable<TInner> inner,
        Expression<Func<TOuter, TKey>> outerKeySelector,
        Expression<Func<TInner, TKey>> innerKeySelector,
        Expression<Func<TOuter, TInner, TResult>> resultSelector,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(
            ((IQueryable<TOuter>)outer).Join(inner, outerKeySelector, innerKeySelector, resultSelector),
            new KlaviyoCallSite(null, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo does not join. Follow the relationship with <c>Include</c>, or join in memory.</summary>
    public static IKlaviyoQueryable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(
        this IKlaviyoQueryable<TOuter> outer,
        IEnumerable<TInner> inner,
        Expression<Func<TOuter, TKey>> outerKeySelector,
        Expression<Func<TInner, TKey>> innerKeySelector,
        Expression<Func<TOuter, IEnumerable<TInner>, TResult>> resultSelector,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(
            ((IQueryable<TOuter>)outer).GroupJoin(inner, outerKeySelector, innerKeySelector, resultSelector),
            new KlaviyoCallSite(null, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: one request answers one query. Join the rows of both in memory.</summary>
    public static IKlaviyoQueryable<T> Concat<T>(
        this IKlaviyoQueryable<T> source, IEnumerable<T> other, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(((IQueryable<T>)source).Concat(other), new KlaviyoCallSite(null, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: one request answers one query. Join the rows of both in memory.</summary>
    public static IKlaviyoQueryable<T> Union<T>(
        this IKlaviyoQueryable<T> source, IEnumerable<T> other, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.At(((IQueryable<T>)source).Union(other), new KlaviyoCallSite(null, callerFilePath, callerLineNumber));
}
