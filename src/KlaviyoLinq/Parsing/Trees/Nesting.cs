using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

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
        // Two lists of plain things: the first query of a process should find what it uses compiled already.
        List<Expression> open = [expression];
        List<int> depths = [1];
        while (open.Count > 0)
        {
            Expression node = open[^1];
            int depth = depths[^1];
            open.RemoveAt(open.Count - 1);
            depths.RemoveAt(depths.Count - 1);
            if (depth > Deepest)
                return true;
            AddParts(open, node);
            while (depths.Count < open.Count)
                depths.Add(depth + 1);
        }

        return false;
    }

    private static void AddParts(List<Expression> open, Expression node)
    {
        switch (node)
        {
            case LambdaExpression lambda:
                open.Add(lambda.Body);
                break;
            case UnaryExpression unary:
                Add(unary.Operand);
                break;
            case BinaryExpression binary:
                open.Add(binary.Left);
                open.Add(binary.Right);
                break;
            case ConditionalExpression conditional:
                open.Add(conditional.Test);
                open.Add(conditional.IfTrue);
                open.Add(conditional.IfFalse);
                break;
            case MemberExpression member:
                Add(member.Expression);
                break;
            case MethodCallExpression call:
                Add(call.Object);
                open.AddRange(call.Arguments);
                break;
            case InvocationExpression invocation:
                open.Add(invocation.Expression);
                open.AddRange(invocation.Arguments);
                break;
            case NewExpression creation:
                open.AddRange(creation.Arguments);
                break;
            case NewArrayExpression array:
                open.AddRange(array.Expressions);
                break;
        }

        void Add(Expression? part)
        {
            if (part is not null)
                open.Add(part);
        }
    }
}
