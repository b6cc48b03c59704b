using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>Reads chains of members that start at the queried resource, or at an element of one of its collections.</summary>
/// <param name="source">re-linq's name for the queried resource.</param>
/// <param name="model">The classes that the user has mapped.</param>
/// <param name="captured">Evaluates the captured values of the query.</param>
internal sealed class PathReader(IQuerySource source, ModelMap model, CapturedValues captured)
{
    private readonly Dictionary<ParameterExpression, MemberPath> _elements = [];
    private readonly Dictionary<ParameterExpression, Type> _elementTypes = [];

    internal CapturedValues Captured => captured;

    /// <summary>Registers a lambda's parameter as an element of a collection.</summary>
    /// <param name="parameter">The parameter, which may be of a base class or an interface of the elements.</param>
    /// <param name="path">Where the collection is.</param>
    /// <param name="collection">The collection.</param>
    internal void Bind(ParameterExpression parameter, MemberPath path, Expression collection)
    {
        _elements[parameter] = path;
        _elementTypes[parameter] = AttributeTypes.ElementOf(TypeOf(collection)) ?? parameter.Type;
    }

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
            when Conversions.KeepsTheValue(convert) || Conversions.IsNumberOfEnum(convert) || IsAlternative(convert) => Read(convert.Operand),
        ConditionalExpression conditional when NullPropagation.Find(conditional) is { } found => ReadGuarded(found.Tested, found.Value),
        MethodCallExpression { Method.Name: nameof(Klaviyo.Field) } call when call.Method.DeclaringType == typeof(Klaviyo) => ReadNamed(call),
        _ => null,
    };

    /// <summary>The property of a mapped class that the expression reads, or null.</summary>
    internal MappedMember? Mapped(Expression expression) => expression switch
    {
        MemberExpression { Member.Name: "Value", Expression: { } target } when Nullable.GetUnderlyingType(target.Type) is not null => Mapped(target),
        MemberExpression { Expression: { } target } member => model.Find(TypeOf(target), member.Member),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert => Mapped(convert.Operand),
        MethodCallExpression { Method.Name: "ToString", Object: { } target, Arguments.Count: 0 } => Mapped(target),
        _ => null,
    };

    /// <summary>Returns true for the resource before a <c>SelectMany</c>, which is no longer the queried one.</summary>
    internal bool IsOuter(Expression expression) => expression is QuerySourceReferenceExpression reference && reference.ReferencedQuerySource != source;

    /// <summary>Returns true when the expression depends on a resource.</summary>
    internal bool DependsOnSource(Expression expression)
    {
        DependencyFinder finder = new(_elements);
        finder.Visit(expression);
        return finder.Found;
    }

    // (m.Definition as CampaignMessageEmailMessageDefinition).Content: one alternative of a union is the same object on the wire.
    private static bool IsAlternative(UnaryExpression convert) =>
        convert.Operand.Type.IsAbstract && convert.Operand.Type.IsAssignableFrom(convert.Type) && typeof(KlaviyoObject).IsAssignableFrom(convert.Operand.Type)
        && !typeof(KlaviyoResource).IsAssignableFrom(convert.Operand.Type) && convert.Operand.Type != typeof(KlaviyoObject);

    // x.A == null ? null : x.A.B is x.A.B: paths lead through null as null.
    private MemberPath? ReadGuarded(Expression tested, Expression value) =>
        Read(tested) is { } guard && Read(value) is { } path && path.StartsWith(guard) ? path : null;

    // A name with characters that could end its place in a filter is not read as a field; the call is refused as unknown.
    private MemberPath? ReadNamed(MethodCallExpression call) =>
        Read(call.Arguments[0]) is { } owner && !DependsOnSource(call.Arguments[1]) && captured.Evaluate(call.Arguments[1]) is string { Length: > 0 } name
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$' or '.')
            ? owner.Append(new PathSegment(SegmentKind.Named, name, name))
            : null;

    private MemberPath? ReadMember(MemberExpression member, Expression target)
    {
        // `.Value` of a nullable and of an open enumeration is the thing itself.
        if (member.Member.Name == "Value" && (Nullable.GetUnderlyingType(target.Type) is not null || typeof(IKlaviyoEnum).IsAssignableFrom(target.Type)))
            return Read(target);
        return (MemberMap.Find(member.Member) ?? model.Find(TypeOf(target), member.Member)?.Segment) is { } segment && Read(target) is { } path
            ? path.Append(segment)
            : null;
    }

    // The class itself, where the expression is seen as a base class or an interface of it.
    private Type TypeOf(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } convert
            when convert.Type.IsAssignableFrom(convert.Operand.Type) =>
            TypeOf(convert.Operand),
        ParameterExpression parameter => _elementTypes.GetValueOrDefault(parameter) ?? parameter.Type,
        _ => expression.Type,
    };
}
