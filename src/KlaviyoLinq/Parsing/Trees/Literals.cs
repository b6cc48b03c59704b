using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Trees;

/// <summary>Distinguishes literals from captured values: null, Booleans, integers, characters and enumerations are part of the code.</summary>
internal static class Literals
{
    /// <summary>Returns true when the expression's value is part of the code.</summary>
    internal static bool IsLiteral(Expression expression) => expression switch
    {
        ConstantExpression constant => IsLiteral(constant.Value),
        DefaultExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.Not, Method: null } unary => IsLiteral(unary.Operand),
        BinaryExpression { Method: null, Conversion: null } binary => IsLiteral(binary.Left) && IsLiteral(binary.Right),
        _ => false,
    };

    /// <summary>Returns true when a constant of this value is part of the code; any other value may be captured.</summary>
    internal static bool IsLiteral(object? value) => value is null or bool or char or Enum or sbyte or byte or short or ushort or int or uint or long or ulong;
}
