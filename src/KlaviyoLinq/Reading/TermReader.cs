using System.Linq.Expressions;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Reading;

/// <summary>
/// Reads predicates and keys into terms. A witness: it says what was written and judges nothing; what it does not know becomes an
/// <see cref="OpaqueTerm"/>. Whatever does not depend on the queried resource is evaluated here, once.
/// </summary>
/// <param name="paths">Knows the members of the queried resource.</param>
/// <param name="sourceName">What the author called the resource, for printing.</param>
internal sealed class TermReader(PathReader paths, string? sourceName)
{
    internal PathReader Paths => paths;

    internal string Print(Expression expression) => CSharpPrinter.Print(expression, sourceName);

    internal Term Read(Expression expression)
    {
        if (!paths.DependsOnSource(expression))
            return Value(expression);
        if (paths.Read(expression) is { } path)
            return new MemberTerm(path, Print(expression));
        return expression switch
        {
            BinaryExpression binary => ReadBinary(binary),
            UnaryExpression { NodeType: ExpressionType.Not } not => Negated(not),
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => Read(convert.Operand),
            ConditionalExpression conditional => ReadConditional(conditional),
            MemberExpression { Member.Name: "HasValue", Expression: { } target } when Nullable.GetUnderlyingType(target.Type) is not null =>
                new ComparisonTerm(ComparisonKind.NotEqual, Read(target), new ValueTerm(null, true, "null"), Print(expression)),
            MethodCallExpression call => CallReader.Read(this, call),
            _ => Opaque(expression),
        };
    }

    internal ValueTerm Value(Expression expression) => new(Evaluator.EvaluatePlain(BeforeConversion(expression)), true, Print(expression));

    internal OpaqueTerm Opaque(Expression expression) => new(
        paths.IsOuter(expression) || (expression is MemberExpression { Expression: { } owner } && paths.IsOuter(owner))
            ? "a member of the resource in front of the SelectMany, which this endpoint does not know"
            : Describe(expression),
        Print(expression));

    // C# turns a DateTime into a DateTimeOffset without a word, and takes one without a kind for local time. The judge wants to see it as it was.
    private static Expression BeforeConversion(Expression expression)
    {
        Expression inner = expression;
        while (inner is UnaryExpression { NodeType: ExpressionType.Convert } convert && Nullable.GetUnderlyingType(convert.Type) is not null)
            inner = convert.Operand;
        return inner is UnaryExpression { NodeType: ExpressionType.Convert, Operand: { } operand } && Nullable.GetUnderlyingType(operand.Type) is null
            && operand.Type == typeof(DateTime)
            ? operand
            : expression;
    }

    private Term ReadBinary(BinaryExpression binary) => binary.NodeType switch
    {
        ExpressionType.AndAlso or ExpressionType.And when binary.Type == typeof(bool) => And(binary),
        ExpressionType.OrElse or ExpressionType.Or when binary.Type == typeof(bool) => Or(binary),
        ExpressionType.Equal => Comparison(ComparisonKind.Equal, binary),
        ExpressionType.NotEqual => Comparison(ComparisonKind.NotEqual, binary),
        ExpressionType.LessThan => Comparison(ComparisonKind.LessThan, binary),
        ExpressionType.LessThanOrEqual => Comparison(ComparisonKind.LessOrEqual, binary),
        ExpressionType.GreaterThan => Comparison(ComparisonKind.GreaterThan, binary),
        ExpressionType.GreaterThanOrEqual => Comparison(ComparisonKind.GreaterOrEqual, binary),
        _ => Opaque(binary),
    };

    private ComparisonTerm Comparison(ComparisonKind kind, BinaryExpression binary) => new(kind, Read(binary.Left), Read(binary.Right), Print(binary));

    // What is known of one side can settle the whole, and then, as in C#, the other side is not even looked at.
    private Term And(BinaryExpression binary)
    {
        Term left = Read(binary.Left);
        if (left is ValueTerm { Value: false })
            return left;
        Term right = Read(binary.Right);
        return (left, right) switch
        {
            (ValueTerm { Value: true }, _) => right,
            (_, ValueTerm { Value: true }) => left,
            (_, ValueTerm { Value: false }) => right,
            _ => new AndTerm(left, right, Print(binary)),
        };
    }

    private Term Or(BinaryExpression binary)
    {
        Term left = Read(binary.Left);
        if (left is ValueTerm { Value: true })
            return left;
        Term right = Read(binary.Right);
        return (left, right) switch
        {
            (ValueTerm { Value: false }, _) => right,
            (_, ValueTerm { Value: false }) => left,
            (_, ValueTerm { Value: true }) => right,
            _ => new OrTerm(left, right, Print(binary)),
        };
    }

    private Term Negated(UnaryExpression not)
    {
        Term operand = Read(not.Operand);
        return operand is ValueTerm { Value: bool known } ? new ValueTerm(!known, true, Print(not)) : new NotTerm(operand, Print(not));
    }

    private Term ReadConditional(ConditionalExpression conditional) =>
        !paths.DependsOnSource(conditional.Test) && Evaluator.Evaluate(conditional.Test) is bool test
            ? Read(test ? conditional.IfTrue : conditional.IfFalse)
            : Opaque(conditional);

    private static string Describe(Expression expression) => expression switch
    {
        MethodCallExpression call => $"a call of {CSharpOperators.TypeName(call.Method.DeclaringType!)}.{call.Method.Name}()",
        MemberExpression member => $"the member {CSharpOperators.TypeName(member.Member.DeclaringType!)}.{member.Member.Name}, which is not part of Klaviyo's model",
        BinaryExpression binary when CSharpOperators.Symbol(binary.NodeType) is { } symbol => $"the operator {symbol} on a member",
        ConditionalExpression => "a condition on a member",
        _ => $"an expression of the kind {expression.NodeType}",
    };
}
