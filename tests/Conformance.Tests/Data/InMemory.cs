using System.Linq.Expressions;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using KlaviyoLinq.Shaping;

namespace KlaviyoLinq.Conformance.Tests.Data;

/// <summary>
/// The lambdas of a query, as LINQ to Objects runs them: the very same expressions, compiled with the null propagation that projections have, because
/// C# would throw where a query reads through an object that is missing.
/// </summary>
internal sealed class InMemory : ExpressionVisitor
{
    private InMemory()
    {
    }

    /// <summary>The conditions of the query's Where calls, in the order written.</summary>
    internal static List<Func<KlaviyoResource, bool>> Conditions(IQueryable query) => [.. Lambdas(query, "Where").Select(Condition).Reverse()];

    /// <summary>The lambda of an operator that stands once in the query.</summary>
    internal static Func<KlaviyoResource, object?> Lambda(IQueryable query, string name) => Compile<object?>(Lambdas(query, name).Single());

    internal static Func<KlaviyoResource, T> Compile<T>(LambdaExpression lambda)
    {
        ParameterExpression resource = Expression.Parameter(typeof(KlaviyoResource));
        Expression body = new InMemory().Visit(NullPropagation.Through(lambda.Body, lambda.Parameters[0], resource));
        return Expression.Lambda<Func<KlaviyoResource, T>>(
            Expression.Block(
                [lambda.Parameters[0]],
                Expression.Assign(lambda.Parameters[0], Expression.Convert(resource, lambda.Parameters[0].Type)),
                Expression.Convert(body, typeof(T))),
            resource).Compile();
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        // A collection that is missing has no elements.
        if (node.Method.DeclaringType != typeof(Enumerable) || node.Arguments[0].Type is not { IsGenericType: true } type)
            return base.VisitMethodCall(node);
        Type sequence = node.Method.GetParameters()[0].ParameterType;
        Expression none = Expression.Convert(Expression.Constant(Array.CreateInstance(type.GetGenericArguments()[0], 0)), sequence);
        return Expression.Call(
            node.Method,
            [
                Expression.Coalesce(Expression.Convert(Visit(node.Arguments[0]), sequence), none),
                .. node.Arguments.Skip(1).Select(argument => Visit(argument)!),
            ]);
    }

    private static Func<KlaviyoResource, bool> Condition(LambdaExpression lambda)
    {
        Func<KlaviyoResource, bool> compiled = Compile<bool>(lambda);
        return resource =>
        {
            try
            {
                return compiled(resource);
            }
            catch (Exception missing) when (missing is NullReferenceException or KlaviyoMaterializationException)
            {
                // What is missing contains nothing and begins with nothing; Klaviyo says so without a fuss.
                return false;
            }
        };
    }

    private static IEnumerable<LambdaExpression> Lambdas(IQueryable query, string name)
    {
        for (Expression? step = query.Expression; step is MethodCallExpression call; step = call.Arguments[0])
            if (call.Method.Name == name)
                yield return (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand;
    }
}
