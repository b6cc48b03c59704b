using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Composing;

/// <summary>Adds operators to queries. The expression tree is built only when it is needed.</summary>
internal static class Composer
{
    internal static IQueryEngine Provider<T>(IKlaviyoQueryable<T> source) =>
        source.Provider as IQueryEngine
        ?? throw new ArgumentException("The query does not come from a KlaviyoContext.", nameof(source));

    internal static ComposedQuery<TResult> Compose<TResult>(MethodInfo method, IQueryable source, LambdaExpression lambda, KlaviyoCallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lambda);
        return new ComposedQuery<TResult>((IQueryEngine)source.Provider, source, method, lambda, site);
    }

    internal static ComposedQuery<T> Compose<T>(string name, IKlaviyoQueryable<T> source, Expression? value, KlaviyoCallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ComposedQuery<T>(Provider(source), source, SitedOperators.Find(name, typeof(T)), value, site);
    }

    internal static IncludingQuery<T, TProperty> Including<T, TProperty>(
        MethodInfo method, IKlaviyoQueryable<T> source, LambdaExpression lambda, KlaviyoCallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(lambda);
        return new IncludingQuery<T, TProperty>(Provider(source), source, method, lambda, site);
    }

    /// <summary>Adds its place in the source code to a query that LINQ's own operator has made.</summary>
    internal static ComposedQuery<T> At<T>(IQueryable<T> query, KlaviyoCallSite site) =>
        new((IQueryEngine)query.Provider, query, SitedOperators.Find(nameof(At), typeof(T)), null, site);

    internal static ComposedQuery<TResult> Flatten<T, TCollection, TResult>(
        IKlaviyoQueryable<T> source, Expression<Func<T, IEnumerable<TCollection>>> collection, Expression<Func<T, TCollection, TResult>> selector,
        KlaviyoCallSite site)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(selector);
        MethodInfo method = SitedOperators.Find(nameof(Queryable.SelectMany), typeof(T), typeof(TCollection), typeof(TResult));
        return new ComposedQuery<TResult>(
            Provider(source), Expression.Call(method, source.Expression, Expression.Quote(collection), Expression.Quote(selector), Expression.Constant(site)));
    }

    /// <summary>Builds the expression tree of a composed query, without recursion: chains of operators can be long.</summary>
    internal static Expression Tree(IComposedQuery query)
    {
        Stack<IComposedQuery> operators = new([query]);
        while (operators.Peek().Source is IComposedQuery { Tree: null } source)
            operators.Push(source);
        Expression tree = operators.Peek().Source!.Expression;
        while (operators.TryPop(out IComposedQuery? composed))
        {
            Expression? argument = composed.Argument is LambdaExpression lambda ? Expression.Quote(lambda) : composed.Argument;
            Expression site = Expression.Constant(composed.Site);
            tree = argument is null ? Expression.Call(composed.Operator!, tree, site) : Expression.Call(composed.Operator!, tree, argument, site);
        }

        return tree;
    }
}
