using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Reading;

/// <summary>Looks for a queried resource, or an element of one of its collections, inside an expression.</summary>
internal sealed class DependencyFinder(Dictionary<ParameterExpression, MemberPath> elements) : ExpressionVisitor
{
    internal bool Found { get; private set; }

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        if (Found || node is null)
            return node;
        if (node is not QuerySourceReferenceExpression)
            return base.Visit(node);
        Found = true;
        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        Found |= elements.ContainsKey(node);
        return node;
    }
}
