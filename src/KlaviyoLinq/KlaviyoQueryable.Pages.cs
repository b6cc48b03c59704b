using KlaviyoLinq.Query;

namespace KlaviyoLinq;

/// <content>The pages of a query.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>The query page by page, each asked for when it is needed. A limit cuts the last page short.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query; thrown when the enumeration begins.</exception>
    public static IAsyncEnumerable<KlaviyoPage<T>> AsPages<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).StreamPages<T>(source.Expression);
    }
}
