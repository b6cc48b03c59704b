using System.Globalization;
using System.Linq.Expressions;

namespace KlaviyoLinq.Parsing.Capturing;

/// <summary>
/// Works out the operators that toggles are made of (<c>name == null</c>, <c>!strict</c>, <c>a &amp;&amp; b</c>, <c>x ?? y</c>, <c>a ? b : c</c>) without
/// compiling anything, where their meaning on boxed values is beyond doubt. What is left over is for the interpreter of expressions.
/// </summary>
internal static class OperatorEvaluator
{
    internal static bool TryEvaluate(Expression expression, out object? value)
    {
        value = null;
        switch (expression)
        {
            case UnaryExpression { NodeType: ExpressionType.Not, Method: null } not when not.Type == typeof(bool):
                value = !(bool)Evaluator.Evaluate(not.Operand)!;
                return true;
            case UnaryExpression { NodeType: ExpressionType.Convert, Method: null, Operand.Type.IsEnum: true } number
                when number.Type == Enum.GetUnderlyingType(number.Operand.Type):
                value = Convert.ChangeType(Evaluator.Evaluate(number.Operand), number.Type, CultureInfo.InvariantCulture);
                return true;
            case BinaryExpression { NodeType: ExpressionType.AndAlso, Method: null } both when both.Type == typeof(bool):
                value = (bool)Evaluator.Evaluate(both.Left)! && (bool)Evaluator.Evaluate(both.Right)!;
                return true;
            case BinaryExpression { NodeType: ExpressionType.OrElse, Method: null } either when either.Type == typeof(bool):
                value = (bool)Evaluator.Evaluate(either.Left)! || (bool)Evaluator.Evaluate(either.Right)!;
                return true;
            case BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual, IsLiftedToNull: false } equality when AreComparable(equality):
                value = Equals(Evaluator.Evaluate(equality.Left), Evaluator.Evaluate(equality.Right)) == (equality.NodeType == ExpressionType.Equal);
                return true;
            case BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } coalesce when KeepsItsType(coalesce):
                value = Evaluator.Evaluate(coalesce.Left) ?? Evaluator.Evaluate(coalesce.Right);
                return true;
            case ConditionalExpression conditional when conditional.Type != typeof(void):
                value = (bool)Evaluator.Evaluate(conditional.Test)! ? Evaluator.Evaluate(conditional.IfTrue) : Evaluator.Evaluate(conditional.IfFalse);
                return true;
            default:
                return false;
        }
    }

    // Strings, flags, whole numbers, and anything against null; a class's own operator, and numbers with a NaN, are left to the interpreter.
    private static bool AreComparable(BinaryExpression equality) =>
        IsNull(equality.Left) || IsNull(equality.Right)
            ? equality.Method is null || equality.IsLifted || equality.Left.Type == typeof(string)
            : equality.Left.Type == equality.Right.Type
                && (
                    equality.Left.Type == typeof(string)
                        || (equality.Method is null && IsWhole(Nullable.GetUnderlyingType(equality.Left.Type) ?? equality.Left.Type)));

    private static bool IsNull(Expression expression) => expression is ConstantExpression { Value: null };

    private static bool IsWhole(Type type) => type.IsEnum || type == typeof(bool) || type == typeof(int) || type == typeof(long) || type == typeof(char);

    private static bool KeepsItsType(BinaryExpression coalesce) =>
        coalesce.Right.Type == coalesce.Type && (coalesce.Left.Type == coalesce.Type || Nullable.GetUnderlyingType(coalesce.Left.Type) == coalesce.Type);
}
