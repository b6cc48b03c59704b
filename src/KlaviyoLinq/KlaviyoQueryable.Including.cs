using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq;

/// <content>Klaviyo's own operators: included resources, additional fields, page sizes, fan-out.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Includes a related resource or resources in the same answer. Becomes <c>include</c>.</summary>
    public static IIncludableKlaviyoQueryable<T, TProperty> Include<T, TProperty>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Including<T, TProperty>(
            SitedOperators.Find(nameof(Include), typeof(T), typeof(TProperty)), source, navigation,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo includes the relationships of the queried resource only.</summary>
    public static IIncludableKlaviyoQueryable<T, TProperty> ThenInclude<T, TPrevious, TProperty>(
        this IIncludableKlaviyoQueryable<T, TPrevious> source,
        Expression<Func<TPrevious, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Including<T, TProperty>(
            SitedOperators.Find(nameof(ThenInclude), typeof(T), typeof(TPrevious), typeof(TProperty)), source, navigation,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Not supported; refused when the query runs: Klaviyo includes the relationships of the queried resource only.</summary>
    public static IIncludableKlaviyoQueryable<T, TProperty> ThenInclude<T, TPrevious, TProperty>(
        this IIncludableKlaviyoQueryable<T, IEnumerable<TPrevious>> source,
        Expression<Func<TPrevious, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Including<T, TProperty>(
            SitedOperators.Find(nameof(ThenInclude), typeof(T), typeof(TPrevious), typeof(TProperty)), source, navigation,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>
    /// Requests an attribute that Klaviyo otherwise leaves out, such as a profile's subscriptions. Becomes <c>additional-fields[…]</c>.
    /// A projection that reads such an attribute requests it without this operator.
    /// </summary>
    public static IKlaviyoQueryable<T> AdditionalFields<T, TProperty>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TProperty>> member,
        [CallerArgumentExpression(nameof(member))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(
            SitedOperators.Find(nameof(AdditionalFields), typeof(T), typeof(TProperty)), source, member,
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>
    /// Sets the number of resources of a page. The default is the endpoint's maximum, or less where <c>Take</c> or <c>FirstAsync</c> need less. Becomes
    /// <c>page[size]</c>.
    /// </summary>
    public static IKlaviyoQueryable<T> PageSize<T>(
        this IKlaviyoQueryable<T> source,
        int size,
        [CallerArgumentExpression(nameof(size))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        Composer.Compose<T>(nameof(PageSize), source, Expression.Constant(size), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Gives the query a name for logs and traces. It changes nothing in the request.</summary>
    public static IKlaviyoQueryable<T> TagWith<T>(
        this IKlaviyoQueryable<T> source,
        string tag,
        [CallerArgumentExpression(nameof(tag))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        return Composer.Compose<T>(nameof(TagWith), source, Expression.Constant(tag), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
    }

    /// <summary>
    /// Permits several requests for one query: for alternatives on different fields, for several values of a field that takes one at a time, and for
    /// lists that are too long for one address. Without this operator such a query is refused. Rows are merged without duplicates, in order where the
    /// query sorts; one small request more is sent where the first pages do not show where Klaviyo sorts rows without the key. A query with neither a
    /// sort nor a limit sends its requests concurrently, and the order of its rows is not defined.
    /// </summary>
    /// <param name="source">The query.</param>
    /// <param name="maximumRequests">The maximum number of requests, not counting further pages; at least 1.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    public static IKlaviyoQueryable<T> AllowFanOut<T>(
        this IKlaviyoQueryable<T> source,
        int maximumRequests,
        [CallerArgumentExpression(nameof(maximumRequests))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumRequests, 1);
        return Composer.Compose<T>(
            nameof(AllowFanOut), source, Expression.Constant(maximumRequests), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
    }
}
