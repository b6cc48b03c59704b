using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Parsing.ExpressionVisitors;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>
/// re-linq's node of <c>SelectMany</c>: an operator with the collection as its argument, and a new source, the collection's element, for
/// the operators after it.
/// </summary>
internal sealed class SelectManyNode(MethodCallExpressionParseInfo parseInfo, LambdaExpression collection, LambdaExpression? selector, ConstantExpression? site)
    : MethodCallExpressionNodeBase(parseInfo), IQuerySourceExpressionNode
{
    private readonly LambdaExpression _selector = selector ?? ElementOf(collection);

    /// <inheritdoc/>
    public override Expression Resolve(
        ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        ReplacingExpressionVisitor.Replace(inputParameter, Selector(clauseGenerationContext), expressionToBeResolved);

    /// <inheritdoc/>
    protected override void ApplyNodeSpecificSemantics(QueryModel queryModel, ClauseGenerationContext clauseGenerationContext)
    {
        Expression resolved = new ExpressionResolver(this).GetResolvedExpression(collection.Body, collection.Parameters[0], clauseGenerationContext);
        queryModel.BodyClauses.Add(
            new OperatorClause("SelectMany", resolved, collection.Parameters[0].Name, site?.Value as KlaviyoCallSite ?? KlaviyoCallSite.Unknown));

        ParameterExpression element = _selector.Parameters[1];
        AdditionalFromClause elements = new(element.Name, element.Type, resolved);
        queryModel.BodyClauses.Add(elements);
        clauseGenerationContext.AddContextInfo(this, elements);
        queryModel.SelectClause.Selector = Selector(clauseGenerationContext);
    }

    // (l, p) => … with p as the collection's element and l as whatever the source makes of it.
    private Expression Selector(ClauseGenerationContext clauseGenerationContext)
    {
        Expression withElement = QuerySourceExpressionNodeUtility.ReplaceParameterWithReference(
            this, _selector.Parameters[1], _selector.Body, clauseGenerationContext);
        return new ExpressionResolver(this).GetResolvedExpression(withElement, _selector.Parameters[0], clauseGenerationContext);
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The lambda stands in a tree and is never run.")]
    private static LambdaExpression ElementOf(LambdaExpression collection)
    {
        Type type = collection.ReturnType.GetGenericArguments()[0];
        ParameterExpression element = Expression.Parameter(type, "element");
        return Expression.Lambda(element, Expression.Parameter(collection.Parameters[0].Type, "outer"), element);
    }
}
