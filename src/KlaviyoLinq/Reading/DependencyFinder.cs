using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Reading;

/// <summary>Looks for the queried resource, or an element of one of its collections, inside an expression.</summary>
internal sealed class DependencyFinder(IQuerySource source, Dictionary<ParameterExpression, MemberPath> elements) : ExpressionVisitor
{
    internal bool Found { get; private set; }

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        if (Found || node is null)
            return node;
        if (node is QuerySourceReferenceExpression reference)
        {
            Found = reference.ReferencedQuerySource == source;
            return node;
        }

        return base.Visit(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        Found |= elements.ContainsKey(node);
        return node;
    }
}
