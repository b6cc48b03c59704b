using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Mapping;

namespace KlaviyoLinq;

/// <summary>What holds for all queries of a resource class. The last three arguments of a method are the compiler's; leave them out.</summary>
/// <typeparam name="T">The class.</typeparam>
public sealed class KlaviyoEntityBuilder<T>
    where T : class
{
    private readonly ClassRules _rules;

    internal KlaviyoEntityBuilder(ClassRules rules) => _rules = rules;

    /// <summary>
    /// Adds a predicate to every query of the class, as if <c>Where</c> stood first in it; <c>IgnoreQueryFilters()</c> takes it off again. Klaviyo must be able to
    /// answer it wherever the class is asked for; a query for which it cannot is refused. Values that it captures are read whenever a query runs. What comes along
    /// by <c>Include</c> is not filtered, as Klaviyo has no means for that.
    /// </summary>
    /// <param name="filter">The predicate. It takes the place of an earlier one without a name.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="ArgumentNullException">The predicate is null.</exception>
    public KlaviyoEntityBuilder<T> HasQueryFilter(
        Expression<Func<T, bool>> filter,
        [CallerArgumentExpression(nameof(filter))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0) => Add("", filter, new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));

    /// <summary>Adds a predicate with a name, by which queries can leave it out: <c>IgnoreQueryFilters(["europe"])</c>.</summary>
    /// <param name="name">The name. A filter of the class that has it already is replaced.</param>
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
    /// Chooses the page size of queries that do not choose one with <c>PageSize</c>; it goes before <see cref="KlaviyoOptions.DefaultPageSize"/>. Endpoints that take
    /// less or more get what comes nearest, and those that take no size get none.
    /// </summary>
    /// <param name="size">How many resources one page should hold.</param>
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
