using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>Requests of a query, without sending them.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>Returns the address of the query's first page, percent-encoded. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    /// <exception cref="InvalidOperationException">The query has no request, because no resource can satisfy it, or it has several (see
    /// <see cref="ToRequestUris"/>).</exception>
    public static Uri ToRequestUri<T>(this IKlaviyoQueryable<T> source) => source.ToRequestUris() switch
    {
        [var only] => only,
        [] => throw new InvalidOperationException("The query sends no request: no resource can satisfy it (a list is empty, or Take is 0), so its answer is empty."),
        var several =>
            throw new InvalidOperationException($"The query becomes {several.Count} requests, as AllowFanOut permits: see ToRequestUris() or Explain()."),
    };

    /// <summary>
    /// Returns the addresses of the first pages of all requests of the query: usually one, none where no resource can satisfy it, several with
    /// <c>AllowFanOut</c>. Nothing is sent.
    /// </summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    public static IReadOnlyList<Uri> ToRequestUris<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).Addresses(source);
    }

    /// <summary>Explains the query: its requests, the scopes it requires, and the rate limits it counts against. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    public static KlaviyoQueryExplanation Explain<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).Explain(source.Expression);
    }
}
