using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Tells what the author wrote out from what a query captures: null, flags, whole numbers, characters and enumerations are a part of the code.</summary>
internal static class Literals
{
    /// <summary>Whether the expression's value is a part of what was written.</summary>
    internal static bool IsLiteral(Expression expression) => expression switch
    {
        ConstantExpression constant => IsLiteral(constant.Value),
        DefaultExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Not, Method: null } unary => IsLiteral(unary.Operand),
        BinaryExpression { Method: null, Conversion: null } binary => IsLiteral(binary.Left) && IsLiteral(binary.Right),
        _ => false,
    };

    /// <summary>Whether a constant of this value is a part of what was written; any other may come from anywhere.</summary>
    internal static bool IsLiteral(object? value) => value is null or bool or char or Enum or sbyte or byte or short or ushort or int or uint or long or ulong;
}
