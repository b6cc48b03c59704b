using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>
/// Reads conditions that are true, false or null, as OData writes them: <c>(x.Created &gt; since) == true</c> with comparisons lifted to null. What is asked
/// is whether such a condition is true, or whether it is false; where it is null, it is neither.
/// </summary>
internal static class ThreeValued
{
    /// <summary>The comparison of such a condition with a literal true or false; null when it is nothing of the kind.</summary>
    internal static Term? Comparison(TermReader terms, ComparisonKind kind, BinaryExpression binary)
    {
        if (kind is not (ComparisonKind.Equal or ComparisonKind.NotEqual) || binary.Type != typeof(bool) || binary.Left.Type != typeof(bool?))
            return null;
        (Expression condition, bool? wanted) = Flag(binary.Right) is { } right ? (binary.Left, right) : (binary.Right, Flag(binary.Left));
        if (wanted is not { } truth || Read(terms, condition, truth) is not { } term)
            return null;
        return kind == ComparisonKind.Equal ? term : terms.Negated(term, binary);
    }

    /// <summary>The condition that the expression is true; null for any other expression.</summary>
    internal static Term? IsTrue(TermReader terms, Expression expression) => expression.Type == typeof(bool?) ? Read(terms, expression, true) : null;

    private static bool? Flag(Expression expression) => expression switch
    {
        ConstantExpression { Value: bool value } => value,
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression { Value: bool value } } => value,
        _ => null,
    };

    // Whether the condition is `truth`; null for a member or a call.
    private static Term? Read(TermReader terms, Expression expression, bool truth) => expression switch
    {
        _ when NullPropagation.IsNull(expression) => new ValueTerm(false, true, terms.Print(expression)),
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And or ExpressionType.OrElse or ExpressionType.Or } junction
            when junction.Type == typeof(bool?) =>
            Junction(terms, junction, truth),
        UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool?) => Read(terms, not.Operand, !truth),
        UnaryExpression { NodeType: ExpressionType.Convert } convert when convert.Operand.Type == typeof(bool) => Plain(terms, convert.Operand, truth),
        BinaryExpression { IsLiftedToNull: true } comparison when comparison.Type == typeof(bool?) => Lifted(terms, comparison, truth),
        ConditionalExpression conditional when NullPropagation.IsNull(conditional.IfTrue) && Read(terms, conditional.IfFalse, truth) is { } value =>
            terms.Joined(terms.Negated(terms.Read(conditional.Test), conditional.Test), value, isAll: true, expression),
        ConditionalExpression conditional when NullPropagation.IsNull(conditional.IfFalse) && Read(terms, conditional.IfTrue, truth) is { } value =>
            terms.Joined(terms.Read(conditional.Test), value, isAll: true, expression),
        _ => null,
    };

    private static Term? Junction(TermReader terms, BinaryExpression junction, bool truth) =>
        Read(terms, junction.Left, truth) is { } left && Read(terms, junction.Right, truth) is { } right
            ? terms.Joined(left, right, (junction.NodeType is ExpressionType.AndAlso or ExpressionType.And) == truth, junction)
            : null;

    private static Term Plain(TermReader terms, Expression condition, bool truth) =>
        truth ? terms.Read(condition) : terms.Negated(terms.Read(condition), condition);

    // A comparison with null is null. It is false where both sides have a value and it does not hold.
    private static Term Lifted(TermReader terms, BinaryExpression comparison, bool truth)
    {
        Term plain = terms.Read(Expression.MakeBinary(comparison.NodeType, comparison.Left, comparison.Right, liftToNull: false, comparison.Method));
        if (plain is not ComparisonTerm { Left: var left, Right: var right })
            return truth ? plain : terms.Opaque(comparison);
        Term both = terms.Joined(HasValue(left), HasValue(right), isAll: true, comparison);
        return terms.Joined(both, truth ? plain : terms.Negated(plain, comparison), isAll: true, comparison);
    }

    private static Term HasValue(Term operand) => operand is ValueTerm value
        ? new ValueTerm(value.Value is not null, true, operand.Fragment)
        : new ComparisonTerm(ComparisonKind.NotEqual, operand, new ValueTerm(null, true, "null"), operand.Fragment);
}
