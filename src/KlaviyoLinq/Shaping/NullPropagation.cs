using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// Lets a projection read through objects that are not there, as EF does: <c>p.Location.City</c> is null when the profile has no
/// location, and <c>e.Profile.Email</c> when the event has no profile. A value that cannot be null is an error that says so, unless it is
/// cast to its nullable form. The author's own code keeps C#'s rules.
/// </summary>
internal sealed class NullPropagation : ExpressionVisitor
{
    private static readonly MethodInfo MissingMethod = typeof(NullPropagation).GetMethod(nameof(Missing), BindingFlags.Static | BindingFlags.NonPublic)!;

    private readonly ParameterExpression _resource;
    private readonly ColumnReads? _columns;

    private NullPropagation(ParameterExpression resource, ColumnReads? columns) => (_resource, _columns) = (resource, columns);

    /// <param name="projection">What makes a row.</param>
    /// <param name="resource">The resource, as the projection names it.</param>
    /// <param name="columns">Replaces what it can of what is read of the resource; null for nothing.</param>
    internal static Expression Through(Expression projection, ParameterExpression resource, ColumnReads? columns = null) =>
        new NullPropagation(resource, columns).Visit(projection);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (_columns?.Replace(node) is { } value)
            return value;
        if (RelatedIds.Find(node) is { } identifier)
            return Expression.MakeMemberAccess(Visit(identifier.Owner), identifier.Property);
        return ReadsThrough(node.Expression)
            ? Propagated(Visit(node.Expression), target => Expression.MakeMemberAccess(target, node.Member), Absent(node, node.Expression))
            : base.VisitMember(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        _columns?.Leave(node);
        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        ReadsThrough(node.Object) && node.Object.Type == typeof(KlaviyoMap)
            ? Propagated(Visit(node.Object), target => Expression.Call(target, node.Method, Visit(node.Arguments)), Absent(node, node.Object))
            : base.VisitMethodCall(node);

    /// <inheritdoc/>
    protected override Expression VisitUnary(UnaryExpression node)
    {
        // (bool?)m.Campaign.Archived: null is a value of the cast, so a missing campaign gives it.
        if (node is { NodeType: ExpressionType.Convert, Operand: MemberExpression { Expression: { } owner } member }
            && Nullable.GetUnderlyingType(node.Type) == member.Type && ReadsThrough(owner))
        {
            return Propagated(Visit(owner), target => Expression.Convert(Expression.MakeMemberAccess(target, member.Member), node.Type), Expression.Default(node.Type));
        }

        // ((EmailDefinition)m.Definition).Content: another alternative has no such member, which reads as null like any other that is missing.
        if (node is { NodeType: ExpressionType.Convert, Method: null } && typeof(KlaviyoObject).IsAssignableFrom(node.Type)
            && node.Operand.Type.IsAbstract && node.Operand.Type.IsAssignableFrom(node.Type))
        {
            return Expression.TypeAs(Visit(node.Operand), node.Type);
        }

        return base.VisitUnary(node);
    }

    private bool ReadsThrough([NotNullWhen(true)] Expression? target) =>
        target is not null && target != _resource && (typeof(KlaviyoObject).IsAssignableFrom(target.Type) || target.Type == typeof(KlaviyoMap));

    private static BlockExpression Propagated(Expression target, Func<Expression, Expression> access, Expression absent)
    {
        ParameterExpression variable = Expression.Variable(target.Type);
        return Expression.Block(
            [variable],
            Expression.Assign(variable, target),
            Expression.Condition(Expression.ReferenceEqual(variable, Expression.Constant(null)), absent, access(variable)));
    }

    // A missing number has no value to be. A KlaviyoValue has a null of its own.
    private Expression Absent(Expression access, Expression owner)
    {
        bool canBeNull = !access.Type.IsValueType || Nullable.GetUnderlyingType(access.Type) is not null || access.Type == typeof(KlaviyoValue);
        return canBeNull
            ? Expression.Default(access.Type)
            : Expression.Throw(Expression.Call(MissingMethod, _columns is null ? _resource : ColumnReads.Row, Expression.Constant(access.Type), Expression.Constant(Name(access)), Expression.Constant(Name(owner))), access.Type);
    }

    private static KlaviyoMaterializationException Missing(KlaviyoResource resource, Type type, string member, string owner) =>
        new(
            $"a value for {member}, which has no null (write ({type.Name}?) before it to get one)", $"no {owner}", null, resource.ResourceType, resource.Id);

    private static string Name(Expression expression) => expression switch
    {
        MemberExpression { Expression: MemberExpression owner } member => Name(owner) + "." + member.Member.Name,
        MemberExpression member => member.Member.Name,
        MethodCallExpression { Object: { } target } call => Name(target) + "." + call.Method.Name + "()",
        _ => expression.Type.Name,
    };
}
