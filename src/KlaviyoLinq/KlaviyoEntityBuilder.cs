using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq;

/// <summary>Configures all queries of a resource class. The last three arguments of each method are supplied by the compiler; do not pass them.</summary>
/// <typeparam name="T">The class.</typeparam>
public sealed class KlaviyoEntityBuilder<T>
    where T : class
{
    private readonly ClassRules _rules;

    internal KlaviyoEntityBuilder(ClassRules rules) => _rules = rules;

    /// <summary>
    /// Adds a predicate to every query of the class, like a <c>Where</c> at its beginning; <c>IgnoreQueryFilters()</c> leaves it out. A query is
    /// refused where Klaviyo cannot answer the predicate. Captured values are read when a query runs. Resources included by <c>Include</c> are not
    /// filtered, because Klaviyo does not support this.
    /// </summary>
    /// <param name="filter">The predicate. It replaces an earlier one without a name.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentNullException">The predicate is null.</exception>
    public KlaviyoEntityBuilder<T> HasQueryFilter(
        Expression<Func<T, bool>> filter,
        [CallerArgumentExpression(nameof(filter))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) => Add("", filter, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Adds a predicate with a name, so that queries can leave it out: <c>IgnoreQueryFilters(["europe"])</c>.</summary>
    /// <param name="name">The name. It replaces an earlier filter of the class with this name.</param>
    /// <param name="filter">The predicate.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public KlaviyoEntityBuilder<T> HasQueryFilter(
        string name,
        Expression<Func<T, bool>> filter,
        [CallerArgumentExpression(nameof(filter))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Add(name, filter, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
    }

    /// <summary>
    /// Sets the page size of queries without <c>PageSize</c>. It takes precedence over <see cref="KlaviyoOptions.DefaultPageSize"/>. Each endpoint
    /// gets the nearest size that it takes, and none if it takes none.
    /// </summary>
    /// <param name="size">The number of resources of a page.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1.</exception>
    public KlaviyoEntityBuilder<T> HasDefaultPageSize(int size, [CallerFilePath] string? callerFilePath = null, [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        (_rules.PageSize, _rules.PageSizeSite) = (size, new KlaviyoCallSite(null, callerFilePath, callerLineNumber));
        return this;
    }

    private KlaviyoEntityBuilder<T> Add(string name, Expression<Func<T, bool>> filter, KlaviyoCallSite site)
    {
        ArgumentNullException.ThrowIfNull(filter);
        _rules.Filters.RemoveAll(other => other.Name == name);
        _rules.Filters.Add(new QueryFilter(name, filter, site));
        return this;
    }
}
