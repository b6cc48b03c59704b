using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Looks for a queried resource, or an element of one of its collections, inside an expression.</summary>
internal sealed class DependencyFinder(Dictionary<ParameterExpression, MemberPath> elements) : ExpressionVisitor
{
    private readonly HashSet<ParameterExpression> _bound = [];

    internal bool Found { get; private set; }

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        if (Found || node is null)
            return node;

        // What re-linq has made of a query inside the query has no value that could be worked out beforehand either.
        if (node is not (QuerySourceReferenceExpression or SubQueryExpression))
            return base.Visit(node);
        Found = true;
        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _bound.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitBlock(BlockExpression node)
    {
        _bound.UnionWith(node.Variables);
        return base.VisitBlock(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        Found |= elements.ContainsKey(node) || !_bound.Contains(node);
        return node;
    }
}
