using System.Linq.Expressions;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// Lets a projection read through objects that are not there, as EF does: <c>p.Location.City</c> is null when the profile has no
/// location, and <c>e.Profile.Email</c> when the event has no profile. The author's own code keeps C#'s rules.
/// </summary>
internal sealed class NullPropagation : ExpressionVisitor
{
    private readonly ParameterExpression _resource;

    private NullPropagation(ParameterExpression resource) => _resource = resource;

    internal static Expression Through(Expression projection, ParameterExpression resource) => new NullPropagation(resource).Visit(projection);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (RelatedIds.Find(node) is { } identifier)
            return Expression.MakeMemberAccess(Visit(identifier.Owner), identifier.Property);
        if (node.Expression is null || node.Expression == _resource || !CanBeMissing(node.Expression.Type) || !CanBeNull(node.Type))
            return base.VisitMember(node);
        return Propagated(Visit(node.Expression), target => Expression.MakeMemberAccess(target, node.Member), node.Type);
    }

    /// <inheritdoc/>
    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Object is null || node.Object == _resource || node.Object.Type != typeof(KlaviyoMap) || !CanBeNull(node.Type))
            return base.VisitMethodCall(node);
        return Propagated(Visit(node.Object), target => Expression.Call(target, node.Method, Visit(node.Arguments)), node.Type);
    }

    private static BlockExpression Propagated(Expression target, Func<Expression, Expression> access, Type type)
    {
        ParameterExpression variable = Expression.Variable(target.Type);
        return Expression.Block(
            [variable],
            Expression.Assign(variable, target),
            Expression.Condition(Expression.ReferenceEqual(variable, Expression.Constant(null)), Expression.Default(type), access(variable)));
    }

    private static bool CanBeMissing(Type type) => typeof(KlaviyoObject).IsAssignableFrom(type) || type == typeof(KlaviyoMap);

    // A missing number has no value to be; that stays a NullReferenceException, as it would be in C#. A KlaviyoValue has a null of its own.
    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null || type == typeof(KlaviyoValue);
}
