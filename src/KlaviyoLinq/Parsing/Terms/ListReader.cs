using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Trees;
using Remotion.Linq.Parsing.ExpressionVisitors;

namespace KlaviyoLinq.Parsing.Terms;

/// <summary>Reads the ways in which a known list is searched for a member: <c>Contains</c>, <c>Any</c>, <c>Exists</c>, <c>ContainsKey</c>.</summary>
internal static class ListReader
{
    internal static Term Contains(TermReader terms, MethodCallExpression call)
    {
        (Expression? list, Expression? item, Expression? comparer) = call switch
        {
            { Object: { } instance, Arguments.Count: 1 } => (instance, call.Arguments[0], null),
            { Object: null, Arguments.Count: 2 } => (call.Arguments[0], call.Arguments[1], null),
            { Object: null, Arguments.Count: 3 } => (call.Arguments[0], call.Arguments[1], call.Arguments[2]),
            _ => ((Expression?)null, (Expression?)null, (Expression?)null),
        };
        if (list is null || item is null || call.Method.DeclaringType?.Namespace?.StartsWith("System", StringComparison.Ordinal) != true)
            return terms.Opaque(call);
        if (comparer is not null && (terms.Paths.DependsOnSource(comparer) || !Comparers.IsExact(terms.Evaluate(comparer))))
            return ForeignComparer(terms, call);

        list = Unspanned(list);
        if (terms.Paths.DependsOnSource(list))
            return new ListContainsTerm(terms.Read(list), terms.Read(item), terms.Print(call));
        if (!typeof(IEnumerable).IsAssignableFrom(list.Type))
            return terms.Opaque(call);

        // The keys of a dictionary are found by the dictionary's comparer.
        object? owner = list is MemberExpression { Member.Name: "Keys", Expression: { } dictionary } ? terms.Evaluate(dictionary) : null;
        return Searched(terms, call, terms.Paths.Captured.Take(list), owner as IEnumerable, item);
    }

    /// <summary>
    /// <c>list.Any(x => x == p.Id)</c> and <c>list.Exists(…)</c> are <c>list.Contains(p.Id)</c>; the list's side may be computed from the element.
    /// </summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The lambda is only looked through.")]
    internal static Term Exists(TermReader terms, MethodCallExpression call)
    {
        Expression? list = call.Object ?? call.Arguments.FirstOrDefault();
        Expression? argument = call.Object is null ? call.Arguments.ElementAtOrDefault(1) : call.Arguments.ElementAtOrDefault(0);
        if (list is null || argument is null || call.Method.DeclaringType?.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
            || terms.Paths.DependsOnSource(list) || Lambdas.Find(argument) is not { Parameters.Count: 1 } lambda
            || EqualityReader.Operands(lambda.Body) is not { } equality)
        {
            return terms.Opaque(call);
        }

        ParameterExpression element = lambda.Parameters[0];
        (Expression own, Expression item) = Uses(equality.Left, element) ? equality : (equality.Right, equality.Left);
        if (Uses(item, element) || !Uses(own, element) || terms.Paths.DependsOnSource(Expression.Lambda(own, element)))
            return terms.Opaque(call);
        CapturedValue captured = terms.Paths.Captured.Take(list);
        object? values = captured.Value;
        if (values is IQueryable and not EnumerableQuery)
            return new OpaqueTerm("a query inside the query", terms.Print(list), OpaqueKind.SubQuery);
        if (own != element && Evaluator.Listed(list, values) is IEnumerable elements)
        {
            ParameterExpression boxed = Expression.Parameter(typeof(object));
            Expression body = ReplacingExpressionVisitor.Replace(element, Expression.Convert(boxed, element.Type), own);
            Func<object?, object?> read = Expression.Lambda<Func<object?, object?>>(Expression.Convert(body, typeof(object)), boxed)
                .Compile(preferInterpretation: true);
            captured = new CapturedValue(list, elements.Cast<object?>().Select(value => Evaluator.Plain(read(value))).ToList(), null);
        }

        return new ListContainsTerm(MappedValues.Listed(terms.Paths, item, captured.Term(terms.Print(list))), terms.Read(item), terms.Print(call));
    }

    private static Term Searched(TermReader terms, MethodCallExpression call, CapturedValue list, IEnumerable? owner, Expression item)
    {
        object? values = list.Value;
        if (values is IQueryable and not EnumerableQuery)
            return new OpaqueTerm("a query inside the query", terms.Print(list.Expression), OpaqueKind.SubQuery);
        if (values is IEnumerable known && (!Comparers.AreExact(known) || (owner is not null && !Comparers.AreExact(owner))))
            return ForeignComparer(terms, call);
        if (call.Method.Name == "ContainsKey" && values is IDictionary map)
            list = list with { Value = map.Keys };
        return new ListContainsTerm(MappedValues.Listed(terms.Paths, item, list.Term(terms.Print(list.Expression))), terms.Read(item), terms.Print(call));
    }

    private static OpaqueTerm ForeignComparer(TermReader terms, MethodCallExpression call) =>
        new("a list searched with its own comparer", terms.Print(call), OpaqueKind.IgnoringCase);

    // C# 14 prefers MemoryExtensions.Contains(ReadOnlySpan<T>, T) for arrays and converts the array first.
    private static Expression Unspanned(Expression list) => list switch
    {
        MethodCallExpression { Method: { Name: "op_Implicit", IsSpecialName: true } } conversion => Unspanned(conversion.Arguments[0]),
        MethodCallExpression { Method.Name: "AsSpan", Object: null, Arguments.Count: 1 } conversion => Unspanned(conversion.Arguments[0]),
        UnaryExpression { NodeType: ExpressionType.Convert, Type.IsByRefLike: true } conversion => Unspanned(conversion.Operand),
        NewExpression { Type.IsByRefLike: true, Arguments: [var array] } when array.Type.IsArray => array,
        _ => list,
    };

    private static bool Uses(Expression expression, ParameterExpression element)
    {
        ElementFinder finder = new(element);
        finder.Visit(expression);
        return finder.Found;
    }
}
