using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Operators;

/// <summary>Expresses operators of <see cref="Queryable"/> by others that have readers: <c>Order()</c> is <c>OrderBy(x => x)</c>.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The method stands in a tree and is never run.")]
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The method stands in a tree and is never run.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The method or lambda stands in a tree and is never run.")]
internal static class OperatorRewriter
{
    internal static Expression? Cast(MethodCallExpression call, Expression source)
    {
        Type row = ElementType(source.Type);
        Type target = call.Type.GetGenericArguments()[0];
        return !target.IsAssignableFrom(row) ? null : target == row ? source : Projected(source, row, target, Identity(row, target));
    }

    /// <summary>Rewrites OfType like <see cref="Cast"/>, but only over rows that are never null, since OfType leaves null rows out.</summary>
    internal static Expression? OfType(MethodCallExpression call, Expression source) =>
        !ElementType(source.Type).IsValueType && IsProjected(source) ? null : Cast(call, source);

    internal static Expression? Order(MethodCallExpression call, Expression source)
    {
        if (call.Arguments.Count != 1)
            return null;
        Type row = ElementType(source.Type);
        return Expression.Call(typeof(Queryable), "OrderBy" + call.Method.Name["Order".Length..], [row, row], source, Expression.Quote(Identity(row, row)));
    }

    private static MethodCallExpression Projected(Expression source, Type row, Type target, LambdaExpression selector) =>
        Expression.Call(SelectMethod().MakeGenericMethod(row, target), source, Expression.Quote(selector));

    private static MethodInfo SelectMethod() =>
        new Func<IQueryable<object>, Expression<Func<object, object>>, IQueryable<object>>(Queryable.Select).Method.GetGenericMethodDefinition();

    private static LambdaExpression Identity(Type row, Type target)
    {
        ParameterExpression x = Expression.Parameter(row, "x");
        return Expression.Lambda(row == target ? x : Expression.Convert(x, target), x);
    }

    private static bool IsProjected(Expression source)
    {
        for (Expression current = source; current is MethodCallExpression { Arguments.Count: > 0 } call; current = call.Arguments[0])
            if (call.Method.Name == nameof(Queryable.Select) && !typeof(KlaviyoResource).IsAssignableFrom(ResultOfCast(call)))
                return true;
        return false;
    }

    // The row type of a Select that stands for a Cast; null for any other Select.
    private static Type? ResultOfCast(MethodCallExpression select) =>
        Lambdas.Find(select.Arguments[1]) is { Body: UnaryExpression { NodeType: ExpressionType.Convert } convert } lambda
            && convert.Operand == lambda.Parameters[0]
            ? convert.Type
            : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A query is an IQueryable of its rows, and its type is used.")]
    private static Type ElementType(Type type) => type.GetInterfaces().Append(type)
        .First(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
}
