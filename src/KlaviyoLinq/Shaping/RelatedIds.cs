using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>
/// The id at the other end of a to-one relationship is known without the resource there, so <c>e.Profile.Id</c> is read as
/// <c>e.ProfileId</c>: it must not depend on whether the profile was included.
/// </summary>
internal static class RelatedIds
{
    internal static (Expression Owner, PropertyInfo Property)? Find(MemberExpression node)
    {
        Expression? end = node.Expression;
        while (end is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert
            && convert.Type.IsAssignableFrom(convert.Operand.Type))
            end = convert.Operand;
        if (node.Member.Name != nameof(KlaviyoResource.Id) || end is not MemberExpression { Expression: { } owner } navigation)
            return null;
        return MemberMap.NameOf(navigation.Member, SegmentKind.Relationship) is { } relationship
            && MemberMap.Property(owner.Type, SegmentKind.RelationshipId, relationship) is { } property ? (owner, property) : null;
    }
}
