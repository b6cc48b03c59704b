using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>Looks for values that live on the stack only; the interpreter of expressions, which boxes every value, cannot hold them.</summary>
internal sealed class SpanFinder : ExpressionVisitor
{
    private bool _found;

    internal static bool Finds(Expression expression)
    {
        SpanFinder finder = new();
        finder.Visit(expression);
        return finder._found;
    }

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        _found |= node?.Type.IsByRefLike == true;
        return _found ? node : base.Visit(node);
    }

    // re-linq's nodes are not expressions of C#.
    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node;
}
