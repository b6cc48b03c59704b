using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <content>What a query becomes, shown without sending it.</content>
public static partial class KlaviyoQueryable
{
    /// <summary>The address of the query's first page, with its parameters percent-encoded. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    /// <exception cref="InvalidOperationException">The query needs no request, because no resource can satisfy it; or it becomes several (see <see cref="ToRequestUris"/>).</exception>
    public static Uri ToRequestUri<T>(this IKlaviyoQueryable<T> source) => source.ToRequestUris() switch
    {
        [var only] => only,
        [] => throw new InvalidOperationException("The query sends no request: no resource can satisfy it (a list is empty, or Take is 0), so its answer is empty."),
        var several => throw new InvalidOperationException($"The query becomes {several.Count} requests, as AllowFanOut permits: see ToRequestUris() or Explain()."),
    };

    /// <summary>The addresses of the first pages of all requests the query becomes: one as a rule, none where no resource can satisfy it, several with <c>AllowFanOut</c>.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    public static IReadOnlyList<Uri> ToRequestUris<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).Addresses(source);
    }

    /// <summary>What the query becomes, what it needs and what it costs: requests, scopes, rate limit. Nothing is sent.</summary>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo cannot answer the query.</exception>
    public static KlaviyoQueryExplanation Explain<T>(this IKlaviyoQueryable<T> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Composer.Provider(source).Explain(source.Expression);
    }
}
