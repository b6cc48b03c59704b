using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// Lets a projection read through what is not there, as EF Core does: <c>p.Location.City</c> is null when the profile has no location,
/// <c>e.Profile.Email</c> when the event has no profile, <c>p.Email.ToUpper()</c> when the profile has no address. A result that cannot be null is an
/// error that names the row and the member, unless it is cast to its nullable form. Code that begins elsewhere keeps C#'s rules.
/// </summary>
internal sealed class NullPropagation : ExpressionVisitor
{
    private static readonly MethodInfo _wasReceived = typeof(KlaviyoObject).GetMethod(nameof(KlaviyoObject.WasReceived))!;

    private readonly ParameterExpression _resource;
    private readonly Expression _row;
    private readonly ColumnReads? _columns;
    private readonly bool _isLenient;

    private NullPropagation(ParameterExpression resource, Expression row, ColumnReads? columns, bool isLenient) =>
        (_resource, _row, _columns, _isLenient) = (resource, row, columns, isLenient);

    /// <param name="projection">What makes a row.</param>
    /// <param name="resource">The resource, as the projection names it.</param>
    /// <param name="row">The resource as it was read.</param>
    /// <param name="columns">Replaces what it can of what is read of the resource; null for nothing.</param>
    /// <param name="isLenient">Whether members of free-form objects that are of another kind than requested read as null.</param>
    internal static Expression Through(
        Expression projection, ParameterExpression resource, Expression row, ColumnReads? columns = null, bool isLenient = false) =>
        new NullPropagation(resource, row, columns, isLenient).Visit(projection);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node) => IsRead(node) ? Required(node) : base.VisitMember(node);

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node) => IsRead(node) ? Required(node) : base.VisitMethodCall(node);

    /// <inheritdoc/>
    protected override Expression VisitParameter(ParameterExpression node)
    {
        _columns?.Leave(node);
        return node;
    }

    /// <inheritdoc/>
    protected override Expression VisitUnary(UnaryExpression node)
    {
        if (IsRead(node))
            return Required(node);

        // ((EmailDefinition)m.Definition).Content: another alternative has no such member, which reads as null like any other that is missing.
        if (node is { NodeType: ExpressionType.Convert, Method: null } && typeof(KlaviyoObject).IsAssignableFrom(node.Type)
            && node.Operand.Type.IsAbstract && node.Operand.Type.IsAssignableFrom(node.Type))
        {
            return Expression.TypeAs(Visit(node.Operand), node.Type);
        }

        return base.VisitUnary(node);
    }

    /// <summary>Returns whether a value is read from a resource, also through members, methods and conversions.</summary>
    private bool IsRead(Expression? node) => node switch
    {
        MemberExpression { Expression: { } owner } => IsOrigin(owner) || IsRead(owner),
        MethodCallExpression { Object: { } owner } => owner.Type == typeof(KlaviyoMap) || IsRead(owner),
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } => IsValue(node.Type) && IsValue(operand.Type) && IsRead(operand),
        _ => false,
    };

    private bool IsOrigin(Expression node) => node == _resource || typeof(KlaviyoObject).IsAssignableFrom(node.Type) || node.Type == typeof(KlaviyoMap);

    private static bool IsValue(Type type) => type.IsValueType;

    /// <summary>The value; an error where it is missing and its type has no null.</summary>
    private Expression Required(Expression node)
    {
        Expression value = OrNull(node);
        if (value.Type == node.Type)
            return value;
        ParameterExpression variable = Expression.Variable(value.Type);
        return Expression.Block(
            [variable],
            Expression.Assign(variable, value),
            Expression.Condition(
                NullableForm.IsThere(variable),
                Expression.Convert(variable, node.Type),
                Expression.Throw(RowFailures.Missing(_row, node), node.Type)));
    }

    /// <summary>The value, in the nullable form of its type; null where anything on the way to it is missing.</summary>
    private Expression OrNull(Expression node) => node switch
    {
        MemberExpression member when IsRead(member) => OrNull(member),
        MethodCallExpression call when IsRead(call) => OrNull(call),
        UnaryExpression convert when IsRead(convert) => OrNull(convert),
        _ => Visit(node),
    };

    private Expression OrNull(MemberExpression node)
    {
        if (_columns?.Replace(node) is { } value)
            return value;
        if (RelatedIds.Find(node) is { } identifier)
            return Through(identifier.Owner, owner => Expression.MakeMemberAccess(owner, identifier.Property));
        if (Nullable.GetUnderlyingType(node.Expression!.Type) is not null)
            return node.Member.Name == nameof(Nullable<>.Value) ? OrNull(node.Expression) : Expression.MakeMemberAccess(OrNull(node.Expression), node.Member);
        return Through(node.Expression, owner => WasRead(owner, node));
    }

    private Expression OrNull(MethodCallExpression node)
    {
        if (Nullable.GetUnderlyingType(node.Object!.Type) is not null)
            return Expression.Call(OrNull(node.Object), node.Method, Visit(node.Arguments));
        return Through(node.Object, owner =>
        {
            Expression call = Expression.Call(owner, node.Method, Visit(node.Arguments));
            return node.Object.Type == typeof(KlaviyoMap) ? RowFailures.Located(call, _row, node.Object, _isLenient) : call;
        });
    }

    // (int?)p.Location.City.Length: null is a value of the cast. A conversion that adds no more than that is done already.
    private Expression OrNull(UnaryExpression node)
    {
        Expression operand = OrNull(node.Operand);
        Type type = NullableForm.Of(node.Type);
        return operand.Type == type ? operand : Expression.Convert(operand, type, node.Method);
    }

    /// <summary>Reads on from a value, where there is one.</summary>
    private Expression Through(Expression node, Func<Expression, Expression> read)
    {
        if (node == _resource)
            return NullableForm.Lift(read(Visit(node)));
        Expression owner = OrNull(node);
        if (owner.Type.IsValueType && Nullable.GetUnderlyingType(owner.Type) is null)
            return NullableForm.Lift(read(owner));
        ParameterExpression variable = Expression.Variable(owner.Type);
        Type? value = Nullable.GetUnderlyingType(owner.Type);
        Expression present = value is null ? Expression.ReferenceNotEqual(variable, Expression.Constant(null)) : NullableForm.IsThere(variable);
        Expression found = NullableForm.Lift(read(value is null ? variable : Expression.Convert(variable, value)));
        return Expression.Block([variable], Expression.Assign(variable, owner), Expression.Condition(present, found, Expression.Default(found.Type)));
    }

    // What an answer leaves out would otherwise read as the default of its type, which looks like a value.
    private static Expression WasRead(Expression owner, MemberExpression node)
    {
        Expression value = Expression.MakeMemberAccess(owner, node.Member);
        if (NullableForm.Of(node.Type) == node.Type || node.Member.DeclaringType is not { } type || !typeof(KlaviyoObject).IsAssignableFrom(type)
            || MemberMap.NameOf(node.Member, SegmentKind.Attribute) is not { } wire || !IsOfAnswer(node))
        {
            return value;
        }

        Expression lifted = Expression.Convert(value, NullableForm.Of(node.Type));
        return Expression.Condition(
            Expression.Call(owner, _wasReceived, Expression.Constant(wire)), lifted, Expression.Default(lifted.Type));
    }

    private static bool IsOfAnswer(Expression? node) => node switch
    {
        MemberExpression member => IsOfAnswer(member.Expression),
        UnaryExpression unary => IsOfAnswer(unary.Operand),
        ParameterExpression parameter => parameter != Projection.Captured,
        _ => false,
    };
}
