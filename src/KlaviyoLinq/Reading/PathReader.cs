using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Reading;

/// <summary>Reads chains of members that start at the queried resource, or at an element of one of its collections.</summary>
/// <param name="source">re-linq's name for the queried resource.</param>
internal sealed class PathReader(IQuerySource source)
{
    private readonly Dictionary<ParameterExpression, MemberPath> _elements = [];

    /// <summary>Lets a lambda's parameter stand for an element of the collection at <paramref name="path"/>.</summary>
    internal void Bind(ParameterExpression parameter, MemberPath path) => _elements[parameter] = path;

    /// <summary>The path, or null when the expression is anything else than a chain of the model's members.</summary>
    internal MemberPath? Read(Expression expression) => expression switch
    {
        QuerySourceReferenceExpression reference when reference.ReferencedQuerySource == source => MemberPath.Root,
        ParameterExpression parameter => _elements.GetValueOrDefault(parameter),
        MemberExpression { Expression: { } target } member => ReadMember(member, target),
        // The text of an open enumeration is its value on the wire, and the text of a string is itself.
        MethodCallExpression { Method.Name: "ToString", Object: { } target, Arguments.Count: 0 }
            when target.Type == typeof(string) || typeof(IKlaviyoEnum).IsAssignableFrom(target.Type) => Read(target),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert
            when Conversions.KeepsTheValue(convert) => Read(convert.Operand),
        _ => null,
    };

    /// <summary>Whether the expression depends on the queried resource at all.</summary>
    internal bool DependsOnSource(Expression expression)
    {
        DependencyFinder finder = new(source, _elements);
        finder.Visit(expression);
        return finder.Found;
    }

    private MemberPath? ReadMember(MemberExpression member, Expression target)
    {
        // `.Value` of a nullable and of an open enumeration is the thing itself.
        if (member.Member.Name == "Value" && (Nullable.GetUnderlyingType(target.Type) is not null || typeof(IKlaviyoEnum).IsAssignableFrom(target.Type)))
            return Read(target);
        return MemberNames.Find(member.Member) is { } segment && Read(target) is { } path ? path.Append(segment) : null;
    }
}
