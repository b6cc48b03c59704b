using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Finds <c>x.A == null ? null : x.A.B</c>, as OData and expression mappers write <c>x.A?.B</c>.</summary>
internal static class NullPropagation
{
    /// <summary>Finds the tested expression and the value where it is not null; null for any other expression.</summary>
    internal static (Expression Tested, Expression Value)? Find(ConditionalExpression conditional) => conditional switch
    {
        { Test: BinaryExpression { NodeType: ExpressionType.Equal } test } when IsNull(conditional.IfTrue) && Tested(test) is { } tested =>
            (tested, conditional.IfFalse),
        { Test: BinaryExpression { NodeType: ExpressionType.NotEqual } test } when IsNull(conditional.IfFalse) && Tested(test) is { } tested =>
            (tested, conditional.IfTrue),
        { Test: MemberExpression { Member.Name: "HasValue", Expression: { } tested } } when IsNull(conditional.IfFalse)
            && Nullable.GetUnderlyingType(tested.Type) is not null =>
            (tested, conditional.IfTrue),
        _ => null,
    };

    /// <summary>Returns true for the literal null of any type.</summary>
    internal static bool IsNull(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value is null,
        DefaultExpression standard => !standard.Type.IsValueType || Nullable.GetUnderlyingType(standard.Type) is not null,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => IsNull(convert.Operand),
        _ => false,
    };

    private static Expression? Tested(BinaryExpression test) => IsNull(test.Right) ? test.Left : IsNull(test.Left) ? test.Right : null;
}
