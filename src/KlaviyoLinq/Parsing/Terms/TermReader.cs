using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Printing;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>
/// Reads predicates and keys into terms. A witness: it says what was written and judges nothing; what it does not know becomes an
/// <see cref="OpaqueTerm"/>. Whatever does not depend on the queried resource is evaluated here, once.
/// </summary>
/// <param name="paths">Knows the members of the queried resource.</param>
/// <param name="sourceName">What the author called the resource, for printing.</param>
/// <param name="argument">The operator's whole argument.</param>
internal sealed class TermReader(PathReader paths, string? sourceName, Expression? argument)
{
    private readonly PrintedArgument _printed = new(argument, sourceName);

    internal PathReader Paths => paths;

    internal Fragment Print(Expression expression) => _printed.Part(expression);

    internal Term Read(Expression expression)
    {
        if (!paths.DependsOnSource(expression))
            return Known(expression);
        if (paths.Read(expression) is { } path)
            return new MemberTerm(path, Print(expression));
        if (CoalesceReader.Find(expression) is { } coalesce)
            return ReadCoalesce(expression, coalesce.Member, coalesce.Fallback);
        return expression switch
        {
            BinaryExpression binary => ReadBinary(binary),
            UnaryExpression { NodeType: ExpressionType.Not } not when not.Type == typeof(bool) => Negated(Read(not.Operand), not),
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert when Conversions.KeepsTheValue(convert) =>
                Read(convert.Operand),
            ConditionalExpression conditional => ReadConditional(conditional),
            TypeBinaryExpression { NodeType: ExpressionType.TypeIs } test when IsOfItself(test) => new ValueTerm(true, true, Print(test)),
            MemberExpression { Member.Name: "HasValue", Expression: { } target } when Nullable.GetUnderlyingType(target.Type) is not null =>
                new ComparisonTerm(ComparisonKind.NotEqual, Read(target), new ValueTerm(null, true, "null"), Print(expression)),
            MethodCallExpression call => CallReader.Read(this, call),
            _ => Opaque(expression),
        };
    }

    /// <summary>The conjunction or the disjunction of two terms, folded.</summary>
    internal Term Joined(Term left, Term right, bool isAll, Expression origin) => Term.Joined(left, right, isAll, Print(origin));

    /// <summary>The negation of a term, folded.</summary>
    internal Term Negated(Term operand, Expression not) => Term.Negated(operand, Print(not));

    internal ValueTerm Value(Expression expression) => paths.Captured.Term(BeforeConversion(expression), Print(expression));

    internal object? Evaluate(Expression expression) => paths.Captured.Evaluate(expression);

    internal OpaqueTerm Opaque(Expression expression) =>
        paths.IsOuter(expression) || (expression is MemberExpression { Expression: { } owner } && paths.IsOuter(owner))
        ? new OpaqueTerm("a member of the resource before the SelectMany, which this endpoint does not return", Print(expression))
        : OpaqueReader.Read(expression, Print(expression), Collection(expression));

    // The collection that a chain of LINQ's operators begins at: l.Tags of l.Tags.Where(…).Take(3).
    private MemberPath? Collection(Expression expression) => expression switch
    {
        MethodCallExpression { Object: null, Arguments: [var source, ..] } => paths.Read(source) ?? Collection(source),
        MemberExpression { Expression: { } target } => paths.Read(target),
        _ => null,
    };

    // A value that only the stack can hold, and a query, are not values that could be sent.
    private Term Known(Expression expression)
    {
        if (expression.Type.IsByRefLike || expression.Type == typeof(void))
            return Opaque(expression);
        ValueTerm value = Value(expression);
        return value.Value is IQueryable and not EnumerableQuery ? new OpaqueTerm("a query inside the query", value.Fragment, OpaqueKind.SubQuery) : value;
    }

    // The queried resource itself is never null and always of its own type.
    private bool IsOfItself(TypeBinaryExpression test) =>
        test.TypeOperand.IsAssignableFrom(test.Expression.Type) && paths.Read(test.Expression) is { IsRoot: true };

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

    private Term Comparison(ComparisonKind kind, BinaryExpression binary)
    {
        if (ThreeValued.Comparison(this, kind, binary) is { } certain)
            return certain;
        if (CoalesceReader.Comparison(this, kind, binary) is { } withoutFallback)
            return withoutFallback;
        Term left = Read(binary.Left);
        Term right = Read(binary.Right);
        (left, right) = MappedValues.Compared(paths, kind, (binary.Left, left), (binary.Right, right));
        if (kind is ComparisonKind.Equal or ComparisonKind.NotEqual)
            return Settled(kind, left, right, binary) ?? new ComparisonTerm(kind, left, right, Print(binary));

        // As in C#, nothing is less or greater than null.
        return (left, right) is (MemberTerm, ValueTerm { Value: null }) or (ValueTerm { Value: null }, MemberTerm)
            ? new ValueTerm(false, true, Print(binary))
            : new ComparisonTerm(kind, left, right, Print(binary));
    }

    // (p.Created > since) == true is p.Created > since.
    private Term? Settled(ComparisonKind kind, Term left, Term right, BinaryExpression binary)
    {
        (Term condition, bool? known) = (left, right) switch
        {
            (ComparisonTerm or StringMatchTerm or ListContainsTerm or AnyElementTerm or AndTerm or OrTerm or NotTerm, ValueTerm { Value: bool value }) =>
                (left, value),
            (ValueTerm { Value: bool value }, ComparisonTerm or StringMatchTerm or ListContainsTerm or AnyElementTerm or AndTerm or OrTerm or NotTerm) =>
                (right, value),
            _ => (left, (bool?)null),
        };
        if (known is not { } truth)
            return null;
        return truth == (kind == ComparisonKind.Equal) ? condition : Negated(condition, binary);
    }

    private Term ReadCoalesce(Expression expression, Expression member, Expression fallback)
    {
        if (!paths.DependsOnSource(member))
            return Known(member) is ValueTerm { Value: not null } known ? known : Read(fallback);
        return CoalesceReader.Flag(this, expression) ?? Opaque(expression);
    }

    // What is known of one side can settle the whole, and then, as in C#, the other side is not even looked at. A chain of the same operator
    // is walked instead of descended into: there are predicates with thousands of links.
    private Term And(BinaryExpression binary)
    {
        (Term term, Stack<BinaryExpression> chain) = Chain(binary);
        while (term is not ValueTerm { Value: false } && chain.TryPop(out BinaryExpression? link))
            term = Joined(term, Read(link.Right), isAll: true, link);

        return term;
    }

    private Term Or(BinaryExpression binary)
    {
        (Term term, Stack<BinaryExpression> chain) = Chain(binary);
        while (term is not ValueTerm { Value: true } && chain.TryPop(out BinaryExpression? link))
            term = Joined(term, Read(link.Right), isAll: false, link);

        return term;
    }

    // ((a || b) || c) || d: a, and then the links that add b, c and d.
    private (Term First, Stack<BinaryExpression> Chain) Chain(BinaryExpression binary)
    {
        Stack<BinaryExpression> chain = new([binary]);
        while (chain.Peek().Left is BinaryExpression left && left.NodeType == binary.NodeType && left.Type == typeof(bool))
            chain.Push(left);
        return (Read(chain.Peek().Left), chain);
    }

    private Term ReadConditional(ConditionalExpression conditional)
    {
        if (!paths.DependsOnSource(conditional.Test))
            return Evaluate(conditional.Test) is true ? Read(conditional.IfTrue) : Read(conditional.IfFalse);

        if (conditional.Type != typeof(bool))
            return Opaque(conditional);

        return Term.Conditional(() => Read(conditional.Test), Read(conditional.IfTrue), Read(conditional.IfFalse), Print(conditional.Test), Print(conditional))
            ?? Opaque(conditional);
    }
}
