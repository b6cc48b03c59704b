using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;

namespace KlaviyoLinq.Parsing.Nodes;

/// <summary>One operator of a query within re-linq's model, in the order in which it was written.</summary>
/// <param name="name">The LINQ operator: <c>Where</c>.</param>
/// <param name="argument">Its argument, with the lambda's parameter resolved to the query's source; null when it has none.</param>
/// <param name="parameter">The name of the lambda's parameter as the author wrote it; null where there is no lambda.</param>
/// <param name="site">Where it was written.</param>
internal sealed class OperatorClause(string name, Expression? argument, string? parameter, KlaviyoCallSite site) : IBodyClause
{
    internal string Name { get; } = name;

    internal Expression? Argument { get; private set; } = argument;

    internal string? Parameter { get; } = parameter;

    internal KlaviyoCallSite Site { get; } = site;

    /// <inheritdoc/>
    public void Accept(IQueryModelVisitor visitor, QueryModel queryModel, int index)
    {
        // The clauses are read by their type, in order; no re-linq visitor has a method for them.
    }

    /// <inheritdoc/>
    public IBodyClause Clone(CloneContext cloneContext) => new OperatorClause(Name, Argument, Parameter, Site);

    /// <inheritdoc/>
    public void TransformExpressions(Func<Expression, Expression> transformation)
    {
        if (Argument is not null)
            Argument = transformation(Argument);
    }
}
