using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>Escape hatch for filters that the catalogue does not know.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>
    /// Adds a filter in Klaviyo's own filter language. Interpolated values are escaped as literals; the rest is sent as it is, and <c>Explain()</c> lists it as
    /// unchecked.
    /// </summary>
    /// <example><c>klaviyo.Profiles.WhereUnchecked($"contains-any(tags,{tags})")</c></example>
    /// <param name="source">The query.</param>
    /// <param name="filter">The filter: an interpolated string with strings, numbers, Booleans, date-times, null, or lists of these as values.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    public static IKlaviyoQueryable<T> WhereUnchecked<T>(
        this IKlaviyoQueryable<T> source,
        FormattableString filter,
        [CallerArgumentExpression(nameof(filter))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Composer.Compose<T>(
            nameof(WhereUnchecked), source, Expression.Constant(filter, typeof(FormattableString)),
            new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
    }
}
