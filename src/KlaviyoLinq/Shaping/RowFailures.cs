using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Shaping;

/// <summary>Failures of projections, with the row and the member that they are about.</summary>
internal static class RowFailures
{
    private static readonly MethodInfo _missingMethod = ((Func<KlaviyoResource, string, string, KlaviyoMaterializationException>)Missing).Method;
    private static readonly MethodInfo _locatedMethod = (
        (Func<KlaviyoMaterializationException, KlaviyoResource, string, KlaviyoMaterializationException>)Located).Method;

    /// <summary>The failure of a value that is missing though it cannot be null.</summary>
    internal static Expression Missing(Expression row, Expression value) =>
        Expression.Call(_missingMethod, row, Expression.Constant(value.Type.Name), Expression.Constant(Name(value)));

    /// <summary>A call of a free-form object whose failure names the row and the object, or is null.</summary>
    /// <param name="call">The call.</param>
    /// <param name="row">The row.</param>
    /// <param name="map">The object, as the projection names it.</param>
    /// <param name="isNull">Whether it is null instead.</param>
    internal static Expression Located(Expression call, Expression row, Expression map, bool isNull)
    {
        ParameterExpression failure = Expression.Parameter(typeof(KlaviyoMaterializationException), "failure");
        Expression instead = isNull
            ? Expression.Default(call.Type)
            : Expression.Throw(Expression.Call(_locatedMethod, failure, row, Expression.Constant(Path(map))), call.Type);
        return Expression.TryCatch(call, Expression.Catch(failure, instead));
    }

    private static KlaviyoMaterializationException Missing(KlaviyoResource row, string type, string member) =>
        new($"a value for {member}, which has no null (write ({type}?) before it to get one)", "null, or nothing at all", null, row.ResourceType, row.Id);

    private static KlaviyoMaterializationException Located(KlaviyoMaterializationException failure, KlaviyoResource row, string path) =>
        new(failure.Expected, failure.Found, "$" + path + failure.JsonPath?[1..], row.ResourceType, row.Id);

    private static string Path(Expression? node) => node switch
    {
        MemberExpression member => Path(member.Expression) + "." + (MemberMap.NameOf(member.Member, SegmentKind.Attribute) ?? member.Member.Name),
        MethodCallExpression { Arguments: [ConstantExpression { Value: string key }] } call => $"{Path(call.Object)}['{key}']",
        UnaryExpression unary => Path(unary.Operand),
        ParameterExpression => ".attributes",
        _ => "",
    };

    private static string Name(Expression? node) => node switch
    {
        MemberExpression { Expression: ParameterExpression } member => member.Member.Name,
        MemberExpression member => Name(member.Expression) + "." + member.Member.Name,
        MethodCallExpression { Object: { } target } call => Name(target) + "." + call.Method.Name + "()",
        UnaryExpression unary => Name(unary.Operand),
        _ => node?.Type.Name ?? "",
    };
}
