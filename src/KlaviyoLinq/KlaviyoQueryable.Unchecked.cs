using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>The way out for what the catalogue does not know.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>
    /// Adds a filter in Klaviyo's own words. The interpolated values are spelled as literals, so that no value can end its place; the words
    /// themselves are sent as they are, and <c>Explain()</c> shows them as unchecked.
    /// </summary>
    /// <example><c>klaviyo.Profiles.WhereUnchecked($"contains-any(tags,{tags})")</c></example>
    /// <param name="source">The query.</param>
    /// <param name="filter">The filter: an interpolated string whose holes are strings, numbers, Booleans, date-times, null, or lists of those.</param>
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
        return Composer.Compose<T>(nameof(WhereUnchecked), source, Expression.Constant(filter, typeof(FormattableString)), new KlaviyoCallSite(callerArgument, callerFilePath, callerLineNumber));
    }
}
