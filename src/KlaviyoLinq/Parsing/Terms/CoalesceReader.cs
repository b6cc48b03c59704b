using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>
/// Reads <c>member ?? fallback</c>, also as <c>GetValueOrDefault()</c>. Where the fallback would not satisfy the comparison, a missing member
/// does not either, so the fallback can go: <c>(f.Archived ?? false) == true</c> is <c>f.Archived == true</c>.
/// </summary>
internal static class CoalesceReader
{
    /// <summary>Member and fallback, or null when the expression is nothing of the kind.</summary>
    internal static (Expression Member, Expression Fallback)? Find(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert when (Conversions.KeepsTheValue(convert) || Conversions.IsNumberOfEnum(convert))
            && Find(convert.Operand) is { } inner => inner,
        BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } coalesce => (coalesce.Left, coalesce.Right),
        MethodCallExpression { Method.Name: "GetValueOrDefault", Object: { } target, Arguments: var arguments }
            when Nullable.GetUnderlyingType(target.Type) is { } type =>
            (target, arguments.Count == 0 ? Expression.Default(type) : arguments[0]),
        _ => null,
    };

    /// <summary>The comparison without the fallback, or null when a missing member would satisfy it.</summary>
    internal static Term? Comparison(TermReader terms, ComparisonKind kind, BinaryExpression binary)
    {
        bool mirrored = Find(binary.Left) is null;
        if (Find(mirrored ? binary.Right : binary.Left) is not { } found)
            return null;
        Expression other = mirrored ? binary.Left : binary.Right;
        if (terms.Paths.DependsOnSource(other) || terms.Paths.DependsOnSource(found.Fallback) || !terms.Paths.DependsOnSource(found.Member))
            return null;

        Expression fallback = Fitting(found.Fallback, (mirrored ? binary.Right : binary.Left).Type);
        BinaryExpression known = mirrored ? binary.Update(other, binary.Conversion, fallback) : binary.Update(fallback, binary.Conversion, other);
        if (terms.Evaluate(known) is not false)
            return null;
        Term member = terms.Read(found.Member);
        (member, Term value) = MappedValues.Compared(terms.Paths, kind, (found.Member, member), (other, terms.Read(other)));
        return mirrored ? new ComparisonTerm(kind, value, member, terms.Print(binary)) : new ComparisonTerm(kind, member, value, terms.Print(binary));
    }

    /// <summary>A flag with a fallback, standing alone: only false leaves what the flag itself says.</summary>
    internal static Term? Flag(TermReader terms, Expression expression)
    {
        if (Find(expression) is not { } found
            || (Nullable.GetUnderlyingType(expression.Type) ?? expression.Type) != typeof(bool)
            || terms.Paths.DependsOnSource(found.Fallback))
            return null;
        if (terms.Evaluate(found.Fallback) is not false)
            return null;
        return ThreeValued.IsTrue(terms, found.Member)
            ?? new ComparisonTerm(ComparisonKind.Equal, terms.Read(found.Member), new ValueTerm(true, true, "true"), terms.Print(expression));
    }

    private static Expression Fitting(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
}
