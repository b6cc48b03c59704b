using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>Operators that leave out query filters of a context's model.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>
    /// Leaves out all filters that the context's model has for the queried class
    /// (<see cref="KlaviyoEntityBuilder{T}.HasQueryFilter(System.Linq.Expressions.Expression{Func{T, bool}}, string?, string?, int)"/>).
    /// </summary>
    /// <exception cref="ArgumentException">The query does not come from a context of this library.</exception>
    public static IKlaviyoQueryable<T> IgnoreQueryFilters<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).Unfiltered(source, null);
    }

    /// <summary>Leaves out the filters of these names; the others stay.</summary>
    /// <param name="source">The query.</param>
    /// <param name="filterNames">The names. Names of filters of other classes have no effect.</param>
    /// <exception cref="ArgumentException">The query does not come from a context of this library, or no filter of its model has one of the names.</exception>
    public static IKlaviyoQueryable<T> IgnoreQueryFilters<T>(this IKlaviyoQueryable<T> source, IReadOnlyCollection<string> filterNames)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(filterNames);
        return Composer.Provider(source).Unfiltered(source, filterNames);
    }
}
