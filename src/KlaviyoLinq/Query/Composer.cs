using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Reading;

namespace KlaviyoLinq.Query;

/// <summary>Builds the expression tree of a query that has one operator more.</summary>
internal static class Composer
{
    internal static KlaviyoQueryProvider Provider<T>(IKlaviyoQueryable<T> source) =>
        source.Provider as KlaviyoQueryProvider
        ?? throw new ArgumentException("The query does not come from a KlaviyoContext.", nameof(source));

    internal static ComposedQuery<TResult> Compose<TResult>(MethodInfo method, IQueryable source, LambdaExpression lambda, CallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lambda);
        return new ComposedQuery<TResult>((KlaviyoQueryProvider)source.Provider, Call(method, source, Expression.Quote(lambda), site));
    }

    internal static ComposedQuery<T> Compose<T>(string name, IKlaviyoQueryable<T> source, Expression? value, CallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ComposedQuery<T>(Provider(source), Call(SitedOperators.Find(name, typeof(T)), source, value, site));
    }

    internal static IncludingQuery<T, TProperty> Including<T, TProperty>(
        MethodInfo method, IKlaviyoQueryable<T> source, LambdaExpression lambda, CallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lambda);
        return new IncludingQuery<T, TProperty>(Provider(source), Call(method, source, Expression.Quote(lambda), site));
    }

    /// <summary>The query that LINQ's own operator made, with the place where it was written.</summary>
    internal static ComposedQuery<T> At<T>(IQueryable<T> query, CallSite site) =>
        new((KlaviyoQueryProvider)query.Provider, Call(SitedOperators.Find(nameof(At), typeof(T)), query, null, site));

    internal static ComposedQuery<TResult> Flatten<T, TCollection, TResult>(
        IKlaviyoQueryable<T> source, Expression<Func<T, IEnumerable<TCollection>>> collection, Expression<Func<T, TCollection, TResult>> selector, CallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(selector);
        MethodInfo method = SitedOperators.Find(nameof(Queryable.SelectMany), typeof(T), typeof(TCollection), typeof(TResult));
        return new ComposedQuery<TResult>(
            Provider(source), Expression.Call(method, source.Expression, Expression.Quote(collection), Expression.Quote(selector), Expression.Constant(site)));
    }

    private static MethodCallExpression Call(MethodInfo method, IQueryable source, Expression? argument, CallSite site) => argument is null
        ? Expression.Call(method, source.Expression, Expression.Constant(site))
        : Expression.Call(method, source.Expression, argument, Expression.Constant(site));
}
