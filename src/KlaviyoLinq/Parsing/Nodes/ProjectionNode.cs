using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq;
using Remotion.Linq.Parsing.ExpressionVisitors;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>re-linq's node of <c>Select</c>: the operators after it see the projection's parts in place of its result.</summary>
internal sealed class ProjectionNode(MethodCallExpressionParseInfo parseInfo, LambdaExpression selector, ConstantExpression? site)
    : MethodCallExpressionNodeBase(parseInfo)
{
    /// <inheritdoc/>
    public override Expression Resolve(
        ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        ReplacingExpressionVisitor.Replace(inputParameter, Selector(clauseGenerationContext), expressionToBeResolved);

    /// <inheritdoc/>
    protected override void ApplyNodeSpecificSemantics(QueryModel queryModel, ClauseGenerationContext clauseGenerationContext)
    {
        Expression resolved = Selector(clauseGenerationContext);
        queryModel.SelectClause.Selector = resolved;
        queryModel.BodyClauses.Add(
            new OperatorClause("Select", resolved, selector.Parameters[0].Name, site?.Value as KlaviyoCallSite ?? KlaviyoCallSite.Unknown));
    }

    private Expression Selector(ClauseGenerationContext clauseGenerationContext) =>
        Constructions.Dissolve(new ExpressionResolver(this).GetResolvedExpression(selector.Body, selector.Parameters[0], clauseGenerationContext));
}
