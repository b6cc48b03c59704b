using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Reading;

/// <summary>Reads the calls that have a meaning inside predicates: string tests, equality, and searching lists and collections.</summary>
internal static class CallReader
{
    internal static Term Read(TermReader terms, MethodCallExpression call) => call.Method.Name switch
    {
        "Equals" => Equality(terms, call),
        "StartsWith" when IsString(call) => StringMatch(terms, call, StringMatchKind.StartsWith),
        "EndsWith" when IsString(call) => StringMatch(terms, call, StringMatchKind.EndsWith),
        "Contains" when IsString(call) => StringMatch(terms, call, StringMatchKind.Contains),
        "Contains" => Contains(terms, call),
        "Any" => Any(terms, call),
        _ => terms.Opaque(call),
    };

    private static bool IsString(MethodCallExpression call) => call.Method.DeclaringType == typeof(string);

    // a.Equals(b), string.Equals(a, b), object.Equals(a, b), each with or without StringComparison.Ordinal.
    private static Term Equality(TermReader terms, MethodCallExpression call)
    {
        List<Expression> operands = [.. call.Object is { } target ? [target] : Array.Empty<Expression>(), .. call.Arguments];
        bool ordinal = operands.Count == 2 || (operands.Count == 3 && IsOrdinal(terms, operands[2]));
        return operands.Count is 2 or 3 && ordinal
            ? new ComparisonTerm(ComparisonKind.Equal, terms.Read(operands[0]), terms.Read(operands[1]), terms.Print(call))
            : terms.Opaque(call);
    }

    private static Term StringMatch(TermReader terms, MethodCallExpression call, StringMatchKind kind)
    {
        if (call.Object is null || call.Arguments.Count is 0 or > 2)
            return terms.Opaque(call);
        bool ignoresCase = call.Arguments.Count == 2 && !IsOrdinal(terms, call.Arguments[1]);
        return new StringMatchTerm(kind, terms.Read(call.Object), terms.Read(call.Arguments[0]), ignoresCase, terms.Print(call));
    }

    private static bool IsOrdinal(TermReader terms, Expression comparison) =>
        !terms.Paths.DependsOnSource(comparison) && Evaluator.Evaluate(comparison) is StringComparison.Ordinal;

    private static Term Contains(TermReader terms, MethodCallExpression call)
    {
        (Expression? list, Expression? item) = call switch
        {
            { Object: { } instance, Arguments.Count: 1 } => (instance, call.Arguments[0]),
            { Object: null, Arguments.Count: 2 } => (call.Arguments[0], call.Arguments[1]),
            // MemoryExtensions.Contains(span, value, comparer): only the default comparer compares as Klaviyo does.
            { Object: null, Arguments.Count: 3 } when call.Arguments[2] is ConstantExpression { Value: null } => (call.Arguments[0], call.Arguments[1]),
            _ => (null, null),
        };
        if (list is null || item is null)
            return terms.Opaque(call);

        list = Unspanned(list);
        Term listTerm = terms.Paths.DependsOnSource(list) ? terms.Read(list) : terms.Value(list);
        return listTerm is ValueTerm { IsKnown: true, Value: IEnumerable values } && HasForeignComparer(values)
            ? terms.Opaque(call)
            : new ListContainsTerm(listTerm, terms.Read(item), terms.Print(call));
    }

    // C# 14 prefers MemoryExtensions.Contains(ReadOnlySpan<T>, T) for arrays and converts the array first.
    private static Expression Unspanned(Expression list) =>
        list is MethodCallExpression { Method: { Name: "op_Implicit", IsSpecialName: true } } conversion ? conversion.Arguments[0] : list;

    // A set that ignores case, say, finds more than Klaviyo's exact comparison would.
    private static bool HasForeignComparer(IEnumerable values)
    {
        object? comparer = values.GetType().GetProperty("Comparer", BindingFlags.Instance | BindingFlags.Public)?.GetValue(values);
        return comparer is not null
            && comparer != EqualityComparer<string>.Default
            && comparer != StringComparer.Ordinal
            && comparer.GetType().GetProperty("Default") is null;
    }

    private static Term Any(TermReader terms, MethodCallExpression call)
    {
        if (call.Object is not null || call.Arguments.Count is 0 or > 2)
            return terms.Opaque(call);
        Expression collection = call.Arguments[0];
        LambdaExpression? lambda = call.Arguments.Count == 2 ? Lambda(call.Arguments[1]) : null;

        if (terms.Paths.Read(collection) is { } path)
        {
            if (lambda is null)
                return call.Arguments.Count == 1 ? new AnyElementTerm(path, null, terms.Print(call)) : terms.Opaque(call);
            terms.Paths.Bind(lambda.Parameters[0], path);
            return new AnyElementTerm(path, terms.Read(lambda.Body), terms.Print(call));
        }

        // list.Any(x => x == p.Id) is list.Contains(p.Id).
        return lambda is not null && !terms.Paths.DependsOnSource(collection) && EqualTo(lambda) is { } item
            ? new ListContainsTerm(terms.Value(collection), terms.Read(item), terms.Print(call))
            : terms.Opaque(call);
    }

    private static LambdaExpression? Lambda(Expression expression) =>
        expression as LambdaExpression ?? (expression as UnaryExpression)?.Operand as LambdaExpression;

    private static Expression? EqualTo(LambdaExpression lambda)
    {
        if (lambda.Body is not BinaryExpression { NodeType: ExpressionType.Equal } equal)
            return null;
        ParameterExpression element = lambda.Parameters[0];
        return equal.Left == element ? equal.Right : equal.Right == element ? equal.Left : null;
    }
}
