using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>re-linq's node of an operator with a value: <c>Take(10)</c>.</summary>
internal sealed class ValueOperatorNode(MethodCallExpressionParseInfo parseInfo, Expression value, ConstantExpression? site)
    : MethodCallExpressionNodeBase(parseInfo)
{
    private readonly string _name = parseInfo.ParsedExpression.Method.Name;

    /// <inheritdoc/>
    public override Expression Resolve(
        ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        Source.Resolve(inputParameter, expressionToBeResolved, clauseGenerationContext);

    /// <inheritdoc/>
    protected override void ApplyNodeSpecificSemantics(QueryModel queryModel, ClauseGenerationContext clauseGenerationContext) =>
        queryModel.BodyClauses.Add(new OperatorClause(_name, value, null, site?.Value as KlaviyoCallSite ?? KlaviyoCallSite.Unknown));
}
