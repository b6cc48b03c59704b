using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace KlaviyoLinq.Repositories;

/// <content>The operators that are Klaviyo's own: how the query is asked, and what it becomes.</content>
public static partial class KlaviyoRepositoryQueryable
{
    /// <summary>Brings a related resource (or resources) along in the same answer. Becomes <c>include</c>.</summary>
    public static IQueryable<T> Include<T, TProperty>(
        this IQueryable<T> source,
        Expression<Func<T, TProperty>> navigation,
        [CallerArgumentExpression(nameof(navigation))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.Include(source.AsKlaviyo(), navigation, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Requests an attribute that Klaviyo leaves out otherwise, such as a profile's subscriptions. Becomes <c>additional-fields[…]</c>.</summary>
    public static IQueryable<T> AdditionalFields<T, TProperty>(
        this IQueryable<T> source,
        Expression<Func<T, TProperty>> member,
        [CallerArgumentExpression(nameof(member))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.AdditionalFields(source.AsKlaviyo(), member, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Chooses how many resources one page holds. Default: the endpoint's maximum, or less where less is needed. Becomes <c>page[size]</c>.</summary>
    public static IQueryable<T> PageSize<T>(
        this IQueryable<T> source,
        int size,
        [CallerArgumentExpression(nameof(size))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.PageSize(source.AsKlaviyo(), size, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Gives the query a name for logs and traces. It changes nothing in the request.</summary>
    public static IQueryable<T> TagWith<T>(
        this IQueryable<T> source,
        string tag,
        [CallerArgumentExpression(nameof(tag))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.TagWith(source.AsKlaviyo(), tag, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>
    /// Allows the query to become several requests, where one cannot say it. The rows are merged without duplicates, and in order where the query
    /// sorts.
    /// </summary>
    /// <param name="source">The query.</param>
    /// <param name="maximumRequests">The most requests the query may become, not counting further pages; at least 1.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    public static IQueryable<T> AllowFanOut<T>(
        this IQueryable<T> source,
        int maximumRequests,
        [CallerArgumentExpression(nameof(maximumRequests))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.AllowFanOut(source.AsKlaviyo(), maximumRequests, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Adds a filter in Klaviyo's own words. The interpolated values are written as literals; the words themselves are sent as they are.</summary>
    /// <example><c>profiles.WhereUnchecked($"contains-any(tags,{tags})")</c></example>
    public static IQueryable<T> WhereUnchecked<T>(
        this IQueryable<T> source,
        FormattableString filter,
        [CallerArgumentExpression(nameof(filter))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.WhereUnchecked(source.AsKlaviyo(), filter, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Continues after the last row that was consumed before the checkpoint was taken; null starts at the beginning.</summary>
    public static IQueryable<T> ResumeFrom<T>(
        this IQueryable<T> source,
        KlaviyoCheckpoint? checkpoint,
        [CallerArgumentExpression(nameof(checkpoint))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) =>
        KlaviyoQueryable.ResumeFrom(source.AsKlaviyo(), checkpoint, callerArgument, callerFilePath, callerLineNumber);

    /// <summary>Leaves out all filters that the context's model has for the queried class (<c>HasQueryFilter</c>).</summary>
    public static IQueryable<T> IgnoreQueryFilters<T>(this IQueryable<T> source) => KlaviyoQueryable.IgnoreQueryFilters(source.AsKlaviyo());

    /// <summary>Leaves out the filters of these names; the others stay.</summary>
    /// <param name="source">The query.</param>
    /// <param name="filterNames">The names. Those that filters of other classes have are left unheeded.</param>
    /// <exception cref="ArgumentException">No filter of the context's model has one of the names.</exception>
    public static IQueryable<T> IgnoreQueryFilters<T>(this IQueryable<T> source, IReadOnlyCollection<string> filterNames) =>
        KlaviyoQueryable.IgnoreQueryFilters(source.AsKlaviyo(), filterNames);

    /// <summary>The address of the query's first page, with its parameters percent-encoded. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    /// <exception cref="InvalidOperationException">The query becomes no request, or several (see <see cref="ToRequestUris"/>); or it is not one of a
    /// <see cref="KlaviyoContext"/>.</exception>
    public static Uri ToRequestUri<T>(this IQueryable<T> source) => KlaviyoQueryable.ToRequestUri(source.AsKlaviyo());

    /// <summary>The addresses of the first pages of all requests the query becomes. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    public static IReadOnlyList<Uri> ToRequestUris<T>(this IQueryable<T> source) => KlaviyoQueryable.ToRequestUris(source.AsKlaviyo());

    /// <summary>Returns the query's requests, scopes and rate limits. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    public static KlaviyoQueryExplanation Explain<T>(this IQueryable<T> source) => KlaviyoQueryable.Explain(source.AsKlaviyo());
}
