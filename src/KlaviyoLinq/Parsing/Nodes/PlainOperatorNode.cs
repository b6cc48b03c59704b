using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Parsing.Structure.IntermediateModel;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>re-linq's node of an operator without an argument: <c>Distinct()</c>.</summary>
internal sealed class PlainOperatorNode(MethodCallExpressionParseInfo parseInfo, ConstantExpression? site) : MethodCallExpressionNodeBase(parseInfo)
{
    private readonly string _name = parseInfo.ParsedExpression.Method.Name;

    /// <inheritdoc/>
    public override Expression Resolve(
        ParameterExpression inputParameter, Expression expressionToBeResolved, ClauseGenerationContext clauseGenerationContext) =>
        Source.Resolve(inputParameter, expressionToBeResolved, clauseGenerationContext);

    /// <inheritdoc/>
    protected override void ApplyNodeSpecificSemantics(QueryModel queryModel, ClauseGenerationContext clauseGenerationContext) =>
        queryModel.BodyClauses.Add(new OperatorClause(_name, null, null, site?.Value as KlaviyoCallSite ?? KlaviyoCallSite.Unknown));
}
