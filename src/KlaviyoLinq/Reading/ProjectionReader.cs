using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Parsing.ExpressionVisitors;

namespace KlaviyoLinq.Reading;

/// <summary>Finds out which members of the resource a projection reads.</summary>
internal sealed class ProjectionReader : ExpressionVisitor
{
    private readonly PathReader _paths;
    private readonly string? _sourceName;
    private readonly List<MemberTerm> _reads = [];
    private readonly List<string> _outerReads = [];

    private ProjectionReader(PathReader paths, string? sourceName)
    {
        _paths = paths;
        _sourceName = sourceName;
    }

    internal static SelectStage Read(PathReader paths, Expression selector, OperatorClause? clause)
    {
        ProjectionReader reader = new(paths, clause?.Parameter);
        reader.Visit(selector);
        Site site = new(clause?.Name ?? "Select", CSharpPrinter.Print(selector, clause?.Parameter), clause?.Site ?? CallSite.Unknown);
        return new SelectStage(reader._reads, site) { OuterReads = reader._outerReads };
    }

    /// <summary>The projection as a lambda from the queried resource.</summary>
    internal static LambdaExpression Lambda(IQuerySource source, Expression selector)
    {
        ParameterExpression resource = Expression.Parameter(source.ItemType, "resource");
        return Expression.Lambda(ReplacingExpressionVisitor.Replace(new QuerySourceReferenceExpression(source), resource, selector), resource);
    }

    /// <inheritdoc/>
    public override Expression? Visit(Expression? node)
    {
        if (node is null)
            return null;

        // The longest chain wins: reading p.Location.City does not read all of p.Location.
        if (_paths.Read(node) is { } path)
        {
            _reads.Add(new MemberTerm(path, CSharpPrinter.Print(node, _sourceName)));
            return node;
        }

        if (_paths.IsOuter(node) || (node is MemberExpression { Expression: { } owner } && _paths.IsOuter(owner)))
        {
            _outerReads.Add(CSharpPrinter.Print(node, _sourceName));
            return node;
        }

        return base.Visit(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        // e.Attributions.Select(a => a.Id): the lambda's parameter is an element of the collection, so its reads are reads below it.
        if (node.Object is null && node.Arguments.Count > 1 && _paths.Read(node.Arguments[0]) is { Relationships: 1 } collection)
        {
            int before = _reads.Count;
            foreach (Expression argument in node.Arguments.Skip(1))
            {
                if ((argument as LambdaExpression ?? (argument as UnaryExpression)?.Operand as LambdaExpression) is { Parameters.Count: 1 } lambda)
                {
                    _paths.Bind(lambda.Parameters[0], collection);
                    Visit(lambda.Body);
                }
                else
                {
                    Visit(argument);
                }
            }

            bool isElementwise = node.Method.Name is "Select" or "Any" or "All" or "Count" or "Sum" or "Min" or "Max" or "Average";
            if (!isElementwise || _reads.Count == before)
                _reads.Add(new MemberTerm(collection, CSharpPrinter.Print(node.Arguments[0], _sourceName)));
            return node;
        }

        return base.VisitMethodCall(node);
    }
}
