using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Writing;

/// <summary>Reads the member that a setter names, as wire names.</summary>
internal static class SetterPath
{
    /// <summary>Returns the wire names from the resource down.</summary>
    /// <exception cref="ArgumentException">The expression is not a member of the resource.</exception>
    internal static IReadOnlyList<string> Of(LambdaExpression member)
    {
        List<string> path = [];
        for (Expression? at = WithoutConversion(member.Body); at != member.Parameters[0];)
        {
            switch (at)
            {
                case MemberExpression { Member: PropertyInfo property, Expression: { } parent }
                    when MemberMap.NameOf(property, SegmentKind.Attribute) is { } wireName && property.Name != nameof(KlaviyoResource.Id):
                    path.Insert(0, wireName);
                    at = WithoutConversion(parent);
                    break;
                case MethodCallExpression { Method: { Name: "get_Item", DeclaringType: var owner }, Object: { } map, Arguments: [var key] }
                    when owner == typeof(KlaviyoMap):
                    path.Insert(0, Constant(key));
                    at = WithoutConversion(map);
                    break;
                default:
                    throw new ArgumentException(
                        $"'{member}' is not a member that can be set: name an attribute of the resource, x => x.Name or x => x.Location.City.", nameof(member));
            }
        }

        return path;
    }

    private static Expression WithoutConversion(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion
            ? WithoutConversion(conversion.Operand)
            : expression;

    private static string Constant(Expression key) => key switch
    {
        ConstantExpression { Value: string text } => text,
        MemberExpression { Expression: ConstantExpression { Value: { } closure }, Member: FieldInfo field } when field.GetValue(closure) is string text => text,
        _ => throw new ArgumentException($"The key '{key}' has to be a string constant or a local variable.", nameof(key)),
    };
}
