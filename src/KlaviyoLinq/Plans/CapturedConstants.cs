using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Plans;

/// <summary>Replaces the captured constants of a projection, so that it can be cached: each becomes an element of an array that the query provides.</summary>
/// <param name="numbers">The expressions of the tree by their numbers in the walk.</param>
internal sealed class CapturedConstants(Dictionary<Expression, int> numbers) : ExpressionVisitor
{
    private readonly List<int> _nodes = [];

    /// <summary>The numbers of the constants that were taken out, in the order of the array.</summary>
    internal int[] Nodes => [.. _nodes];

    /// <summary>Indicates whether a constant is not part of the tree, so that the query could not provide it.</summary>
    internal bool HasForeign { get; private set; }

    /// <inheritdoc/>
    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (Literals.IsLiteral(node.Value))
            return node;
        if (!numbers.TryGetValue(node, out int number))
        {
            HasForeign = true;
            return node;
        }

        int index = _nodes.IndexOf(number);
        if (index < 0)
        {
            index = _nodes.Count;
            _nodes.Add(number);
        }

        return Expression.Convert(Expression.ArrayIndex(Shaping.Projection.Captured, Expression.Constant(index)), node.Type);
    }

    // re-linq's nodes are not expressions of C#.
    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node)
    {
        HasForeign = true;
        return node;
    }
}
