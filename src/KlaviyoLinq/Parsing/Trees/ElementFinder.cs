using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Looks for a lambda's parameter inside an expression.</summary>
internal sealed class ElementFinder(ParameterExpression element) : ExpressionVisitor
{
    internal bool Found { get; private set; }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        Found |= node == element;
        return node;
    }

    // re-linq's nodes are not expressions of C#.
    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node;
}
