using System.Linq.Expressions;

namespace KlaviyoLinq.Reading;

/// <summary>
/// Measures how deep an expression is nested, without descending into it: every reader after this one recurses, and a predicate that a
/// program has joined from thousands of parts would end the process with a stack overflow.
/// </summary>
internal static class Nesting
{
    /// <summary>Read within a third of the stack that a thread of the pool has.</summary>
    internal const int Deepest = 2_000;

    internal static bool IsTooDeep(Expression expression)
    {
        Stack<(Expression Node, int Depth)> open = new([(expression, 1)]);
        while (open.TryPop(out (Expression Node, int Depth) next))
        {
            if (next.Depth > Deepest)
                return true;
            foreach (Expression part in Parts(next.Node))
                open.Push((part, next.Depth + 1));
        }

        return false;
    }

    private static IEnumerable<Expression> Parts(Expression node) => node switch
    {
        LambdaExpression lambda => [lambda.Body],
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        ConditionalExpression conditional => [conditional.Test, conditional.IfTrue, conditional.IfFalse],
        MemberExpression { Expression: { } target } => [target],
        MethodCallExpression { Object: { } target } call => [target, .. call.Arguments],
        MethodCallExpression call => call.Arguments,
        InvocationExpression invocation => [invocation.Expression, .. invocation.Arguments],
        NewExpression creation => creation.Arguments,
        NewArrayExpression array => array.Expressions,
        _ => [],
    };
}
