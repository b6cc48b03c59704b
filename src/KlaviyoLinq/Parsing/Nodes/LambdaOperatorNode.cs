using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>re-linq's node of an operator with a lambda over the source that keeps the source's type.</summary>
internal sealed class LambdaOperatorNode(MethodCallExpressionParseInfo parseInfo, LambdaExpression lambda, ConstantExpression? site)
    : MethodCallExpressionNodeBase(parseInfo)
{
    private readonly string _name = parseInfo.ParsedExpression.Method.Name;

    /// <inheritdoc/>
    public override Expression Resolve(
        ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        Source.Resolve(inputParameter, expressionToBeResolved, clauseGenerationContext);

    /// <inheritdoc/>
    protected override void ApplyNodeSpecificSemantics(QueryModel queryModel, ClauseGenerationContext clauseGenerationContext)
    {
        // ThenInclude's lambda starts at the navigation before it, not at the source, and is only there to be refused.
        Expression argument = _name == "ThenInclude"
            ? lambda.Body
            : Constructions.Dissolve(new ExpressionResolver(this).GetResolvedExpression(lambda.Body, lambda.Parameters[0], clauseGenerationContext));
        queryModel.BodyClauses.Add(new OperatorClause(_name, argument, lambda.Parameters[0].Name, site?.Value as KlaviyoCallSite ?? KlaviyoCallSite.Unknown));
    }
}
