using System.Linq.Expressions;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Composing;

/// <summary>
/// Beginning of every query: the set, and the page size and the filters that the context's model has for its class. They are ordinary operators of
/// the tree, so that reading, judging, planning and explaining need no special case for them.
/// </summary>
internal static class QueryStart
{
    internal static Expression Of(IQueryable root, ModelMap model)
    {
        Expression start = Expression.Constant(root);
        Type row = root.ElementType;
        ClassRules? rules = model.RulesOf(row);
        if ((rules?.PageSize ?? model.DefaultPageSize) is { } size)
            start = Call(nameof(SitedOperators.HasDefaultPageSize), row, start, Expression.Constant(size), rules?.PageSizeSite ?? KlaviyoCallSite.Unknown);
        foreach (QueryFilter filter in rules?.Filters ?? [])
            start = Call(nameof(SitedOperators.HasQueryFilter), row, start, Expression.Quote(filter.Predicate), filter.Site);
        return start;
    }

    /// <summary>Returns the query without the filters of the model.</summary>
    /// <param name="query">The query.</param>
    /// <param name="model">The model that the filters are from.</param>
    /// <param name="names">The names of the filters; null for all.</param>
    /// <exception cref="ArgumentException">No filter of the model has one of the names.</exception>
    internal static Expression Without(Expression query, ModelMap model, IReadOnlyCollection<string>? names)
    {
        if (names?.FirstOrDefault(name => !model.FilterNames.Contains(name)) is { } unknown)
        {
            throw new ArgumentException(
                $"No query filter has the name '{unknown}'. {(model.FilterNames.Count == 0 ? "The context has none with a name." : $"There are: {string.Join(", ", model.FilterNames)}.")}", nameof(names));
        }

        return Rewrite(query);

        // Only along the sources: a query within a lambda keeps its own filters.
        Expression Rewrite(Expression expression)
        {
            if (expression is not MethodCallExpression { Object: null, Arguments: [var source, ..] } call)
                return expression;
            Expression below = Rewrite(source);
            if (call.Method.Name == nameof(SitedOperators.HasQueryFilter) && call.Method.DeclaringType == typeof(SitedOperators) && IsMeant(call))
                return below;
            return below == source ? call : call.Update(null, [below, .. call.Arguments.Skip(1)]);
        }

        bool IsMeant(MethodCallExpression call) => names is null
            || model.RulesOf(call.Method.GetGenericArguments()[0])?.Filters.Find(
                filter => filter.Predicate == ((UnaryExpression)call.Arguments[1]).Operand) is { } filter
            && names.Contains(filter.Name);
    }

    private static MethodCallExpression Call(string name, Type row, Expression source, Expression argument, KlaviyoCallSite site) =>
        Expression.Call(SitedOperators.Find(name, row), source, argument, Expression.Constant(site));
}
