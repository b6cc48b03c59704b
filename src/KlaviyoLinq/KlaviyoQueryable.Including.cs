using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Query;

namespace KlaviyoLinq;

/// <content>The operators that are Klaviyo's own: what comes with a resource, and how it is asked for.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Brings a related resource (or resources) along in the same answer. Becomes <c>include</c>.</summary>
    public static IIncludableKlaviyoQueryable<T, TProperty> Include<T, TProperty>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? text = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0) =>
        Composer.Including<T, TProperty>(nameof(Include), [typeof(T), typeof(TProperty)], source, navigation, new CallSite(text, file, line));

    /// <summary>Always refused when the query runs: Klaviyo includes the relationships of the queried resource only.</summary>
    public static IIncludableKlaviyoQueryable<T, TProperty> ThenInclude<T, TPrevious, TProperty>(
        this IIncludableKlaviyoQueryable<T, TPrevious> source,
        Expression<Func<TPrevious, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? text = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0) =>
        Composer.Including<T, TProperty>(
            nameof(ThenInclude), [typeof(T), typeof(TPrevious), typeof(TProperty)], source, navigation, new CallSite(text, file, line));

    /// <summary>Always refused when the query runs: Klaviyo includes the relationships of the queried resource only.</summary>
    public static IIncludableKlaviyoQueryable<T, TProperty> ThenInclude<T, TPrevious, TProperty>(
        this IIncludableKlaviyoQueryable<T, IEnumerable<TPrevious>> source,
        Expression<Func<TPrevious, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? text = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0) =>
        Composer.Including<T, TProperty>(
            nameof(ThenInclude), [typeof(T), typeof(TPrevious), typeof(TProperty)], source, navigation, new CallSite(text, file, line));

    /// <summary>
    /// Asks for an attribute that Klaviyo leaves out otherwise, such as a profile's subscriptions. Becomes <c>additional-fields[…]</c>.
    /// A projection that reads such an attribute asks for it by itself.
    /// </summary>
    public static IKlaviyoQueryable<T> AdditionalFields<T, TProperty>(
        this IKlaviyoQueryable<T> source,
        Expression<Func<T, TProperty>> member,
        [CallerArgumentExpression(nameof(member))] string? text = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0) =>
        Composer.Compose<T>(nameof(AdditionalFields), [typeof(T), typeof(TProperty)], source, member, new CallSite(text, file, line));

    /// <summary>
    /// Chooses how many resources one page holds. Without it the endpoint's maximum is asked for, or less where <c>Take</c> or
    /// <c>FirstAsync</c> need less. Becomes <c>page[size]</c>.
    /// </summary>
    public static IKlaviyoQueryable<T> PageSize<T>(
        this IKlaviyoQueryable<T> source,
        int size,
        [CallerArgumentExpression(nameof(size))] string? text = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0) =>
        Composer.Compose<T>(nameof(PageSize), source, Expression.Constant(size), new CallSite(text, file, line));

    /// <summary>Gives the query a name for logs and traces. It changes nothing in the request.</summary>
    public static IKlaviyoQueryable<T> TagWith<T>(
        this IKlaviyoQueryable<T> source,
        string tag,
        [CallerArgumentExpression(nameof(tag))] string? text = null,
        [CallerFilePath] string? file = null,
        [CallerLineNumber] int line = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        return Composer.Compose<T>(nameof(TagWith), source, Expression.Constant(tag), new CallSite(text, file, line));
    }

    /// <summary>The address of the query's first page, with its parameters percent-encoded. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    /// <exception cref="InvalidOperationException">The query needs no request, because no resource can satisfy it.</exception>
    public static Uri ToRequestUri<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        KlaviyoQueryProvider provider = Composer.Provider(source);
        var request = provider.Request(source.Expression);
        return request.IsEmpty
            ? throw new InvalidOperationException("The query sends no request: no resource can satisfy it (a list is empty, or Take is 0), so its answer is empty.")
            : provider.Address(request);
    }
}
