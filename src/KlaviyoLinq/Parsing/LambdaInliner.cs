using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Parsing.ExpressionVisitors;

namespace KlaviyoLinq.Parsing;

/// <summary>
/// Puts the body of a lambda in the place where it is invoked, so that predicates composed of others read as if they had been written
/// in one piece: <c>Expression.Invoke(other, p)</c> and <c>other.Compile()(p)</c>.
/// </summary>
/// <param name="captured">Evaluates the captured values of the query.</param>
internal sealed class LambdaInliner(CapturedValues captured) : ExpressionVisitor
{
    private int _depth;

    /// <inheritdoc/>
    protected override Expression VisitInvocation(InvocationExpression node)
    {
        if (Lambda(node.Expression) is not { } lambda || lambda.Parameters.Count != node.Arguments.Count)
            return base.VisitInvocation(node);
        Expression body = lambda.Body;
        for (int i = 0; i < lambda.Parameters.Count; i++)
            body = ReplacingExpressionVisitor.Replace(lambda.Parameters[i], node.Arguments[i], body);
        return Visit(body);
    }

    /// <inheritdoc/>
    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _depth++;
        Expression visited = base.VisitLambda(node);
        _depth--;
        return visited;
    }

    // A query over a list in memory is a list; the parser would take it for a query inside the query.
    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (_depth == 0 || node.Method.DeclaringType != typeof(Queryable) || !typeof(IQueryable).IsAssignableFrom(node.Type) || !IsCaptured(Innermost(node)))
            return base.VisitMethodCall(node);
        DependencyFinder dependency = new([]);
        dependency.Visit(node);
        return !dependency.Found && captured.Evaluate(node) is EnumerableQuery list ? Expression.Constant(list, node.Type) : base.VisitMethodCall(node);
    }

    private static Expression Innermost(Expression expression) =>
        expression is MethodCallExpression { Object: null, Arguments: [var source, ..] } ? Innermost(source) : expression;

    private LambdaExpression? Lambda(Expression expression) => expression switch
    {
        LambdaExpression lambda => lambda,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression quoted } => quoted,
        MethodCallExpression { Method.Name: "Compile", Object: { } variable } when typeof(LambdaExpression).IsAssignableFrom(variable.Type)
            && IsCaptured(variable) =>
            captured.Evaluate(variable) as LambdaExpression,
        _ => null,
    };

    private static bool IsCaptured(Expression expression) => expression switch
    {
        ConstantExpression => true,
        MemberExpression { Expression: { } target } => IsCaptured(target),
        MemberExpression => true,
        _ => false,
    };

    // re-linq's nodes are not expressions of C#.
    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node;
}
