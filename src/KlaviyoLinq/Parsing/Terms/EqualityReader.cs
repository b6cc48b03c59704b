using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>
/// Reads <c>a.Equals(b)</c>, <c>string.Equals(a, b)</c> and <c>object.Equals(a, b)</c>, each with or without <see cref="StringComparison.Ordinal"/>.
/// </summary>
internal static class EqualityReader
{
    internal static Term Read(TermReader terms, MethodCallExpression call)
    {
        List<Expression> operands = [.. call.Object is { } target ? [target] : Array.Empty<Expression>(), .. call.Arguments];
        if (operands.Count is not (2 or 3) || !ComparesValues(call))
            return terms.Opaque(call);
        if (operands.Count == 3 && !IsOrdinal(terms, operands[2]))
            return new OpaqueTerm("a comparison that treats different characters as equal", terms.Print(call), OpaqueKind.IgnoringCase);
        (Term left, Term right) = MappedValues.Compared(
            terms.Paths, ComparisonKind.Equal, (operands[0], terms.Read(operands[0])), (operands[1], terms.Read(operands[1])));
        return new ComparisonTerm(ComparisonKind.Equal, left, right, terms.Print(call));
    }

    /// <summary>Returns true when the expression is <see cref="StringComparison.Ordinal"/>.</summary>
    internal static bool IsOrdinal(TermReader terms, Expression comparison) =>
        comparison.Type == typeof(StringComparison) && !terms.Paths.DependsOnSource(comparison) && terms.Evaluate(comparison) is StringComparison.Ordinal;

    /// <summary>The two operands of an equality, however it is written, or null.</summary>
    internal static (Expression Left, Expression Right)? Operands(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.Equal } equal => (Plain(equal.Left), Plain(equal.Right)),
        MethodCallExpression { Method.Name: "Equals", Object: { } target, Arguments.Count: 1 } call when ComparesValues(call) =>
            (Plain(target), Plain(call.Arguments[0])),
        MethodCallExpression { Method.Name: "Equals", Object: null, Arguments.Count: 2 } call when ComparesValues(call) =>
            (Plain(call.Arguments[0]), Plain(call.Arguments[1])),
        _ => null,
    };

    // An Equals of the author's own may mean anything; those of the platform and of open enumerations compare values. Boxed numbers of
    // different types are never equal in C#, which no filter could repeat.
    private static bool ComparesValues(MethodCallExpression call)
    {
        Type type = call.Method.DeclaringType!;
        bool isKnown = type.Namespace is "System" || typeof(IKlaviyoEnum).IsAssignableFrom(type) || type == typeof(KlaviyoValue);
        Expression first = Plain(call.Object ?? call.Arguments[0]);
        Expression second = Plain(call.Arguments[^(call.Object is null && call.Arguments.Count > 1 ? call.Arguments.Count - 1 : call.Arguments.Count)]);
        return isKnown && (Underlying(first) == Underlying(second) || !Underlying(first).IsValueType || !Underlying(second).IsValueType);
    }

    private static Type Underlying(Expression expression) => Nullable.GetUnderlyingType(expression.Type) ?? expression.Type;

    private static Expression Plain(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert } convert && Conversions.KeepsTheValue(convert) ? Plain(convert.Operand) : expression;
}
