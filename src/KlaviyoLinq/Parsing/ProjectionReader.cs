using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Nodes;
using KlaviyoLinq.Parsing.Printing;
using KlaviyoLinq.Parsing.Terms;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Parsing.ExpressionVisitors;

namespace KlaviyoLinq.Parsing;

/// <summary>Finds the members of the resource that a projection reads.</summary>
internal sealed class ProjectionReader : ExpressionVisitor
{
    private readonly PathReader _paths;
    private readonly PrintedArgument _printed;
    private readonly List<MemberTerm> _reads = [];
    private readonly List<Expression> _queries = [];
    private readonly List<Fragment> _outerReads = [];

    private ProjectionReader(PathReader paths, PrintedArgument printed)
    {
        _paths = paths;
        _printed = printed;
    }

    internal static IEnumerable<Stage> Read(PathReader paths, Expression selector, OperatorClause? clause)
    {
        ProjectionReader reader = new(paths, new PrintedArgument(selector, clause?.Parameter));
        reader.Visit(selector);
        Site site = new(clause?.Name ?? "Select", reader._printed.Part(selector), clause?.Site ?? KlaviyoCallSite.Unknown);
        yield return new SelectStage(reader._reads, site) { OuterReads = reader._outerReads };
        foreach (Expression query in reader._queries)
            yield return new UnknownStage(site.At(reader._printed.Part(query)), "A query inside a projection");
    }

    /// <summary>The projection as a lambda from the queried resource.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The lambda stands in a tree; what runs is made of its body, with a type of its own.")]
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

        // It would have to run once for every row.
        if (node is SubQueryExpression || typeof(IKlaviyoQueryable<object>).IsAssignableFrom(node.Type))
        {
            _queries.Add(node);
            return node;
        }

        // The longest chain wins: reading p.Location.City does not read all of p.Location.
        if (_paths.Read(node) is { } path)
        {
            _reads.Add(new MemberTerm(path, _printed.Part(node)));
            return node;
        }

        if (_paths.IsOuter(node) || (node is MemberExpression { Expression: { } owner } && _paths.IsOuter(owner)))
        {
            _outerReads.Add(_printed.Part(node));
            return node;
        }

        return base.Visit(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node is not { Member.Name: "Count", Expression: { } target }
            || _paths.Read(target) is not { Relationships: 1, Last.Kind: SegmentKind.Relationship } collection)
            return base.VisitMember(node);
        _reads.Add(Ids(collection, target));
        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        // e.Attributions.Select(a => a.Id): the lambda's parameter is an element of the collection, so its reads are reads below it.
        if (node.Object is null && node.Arguments.Count > 0 && _paths.Read(node.Arguments[0]) is { Relationships: 1 } collection)
        {
            int before = _reads.Count;
            bool isElementwise = IsElementwise(node);
            foreach (Expression argument in node.Arguments.Skip(1))
            {
                LambdaExpression? lambda = Lambdas.Find(argument);
                isElementwise &= lambda is not null;
                if (lambda is { Parameters.Count: > 0 })
                    _paths.Bind(lambda.Parameters[0], collection, node.Arguments[0]);
                Visit(lambda?.Body ?? argument);
            }

            // How many there are is known from their ids.
            if (!isElementwise || collection.Last.Kind != SegmentKind.Relationship)
                _reads.Add(new MemberTerm(collection, _printed.Part(node.Arguments[0])));
            else if (_reads.Count == before)
                _reads.Add(Ids(collection, node.Arguments[0]));
            return node;
        }

        return base.VisitMethodCall(node);
    }

    // The operators that hand on nothing of an element but what their lambda reads of it.
    private static bool IsElementwise(MethodCallExpression call) =>
        call.Method.DeclaringType == typeof(Enumerable)
        && (call.Method.Name is "Any" or "Count" or "LongCount"
            || (call.Arguments.Count > 1 && call.Method.Name is "Select" or "All" or "Sum" or "Min" or "Max" or "Average"));

    private MemberTerm Ids(MemberPath collection, Expression node) =>
        new(collection.Append(new PathSegment(SegmentKind.Id, "id", "Id")), _printed.Part(node));
}
