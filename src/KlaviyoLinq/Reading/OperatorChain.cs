using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Reading;

/// <summary>
/// The operators of a query from the set on, made ready for the parser: those that say another one's meaning in other words are put in
/// those words, and those that the grammar does not know are taken off and named.
/// </summary>
internal sealed class OperatorChain
{
    private readonly List<UnknownStage> _unknown = [];

    private OperatorChain(Expression expression) => Known = Read(expression, KlaviyoCallSite.Unknown);

    private OperatorChain(Expression root, UnknownStage unknown)
    {
        Known = root;
        _unknown.Add(unknown);
    }

    /// <summary>What lies below the innermost operator that is not known.</summary>
    internal Expression Known { get; }

    internal IReadOnlyList<UnknownStage> Unknown => _unknown;

    internal static OperatorChain Of(Expression expression, CapturedValues captured) =>
        Nesting.IsTooDeep(expression) ? TooDeep(expression) : new(new LambdaInliner(captured).Visit(expression));

    private static OperatorChain TooDeep(Expression expression)
    {
        Expression root = expression;
        while (root is MethodCallExpression { Object: null, Arguments.Count: > 0 } call)
            root = call.Arguments[0];
        return new OperatorChain(root, new UnknownStage(new Site("Where", "", KlaviyoCallSite.Unknown), $"An expression nested more than {Nesting.Deepest} levels deep"));
    }

    private Expression Read(Expression expression, KlaviyoCallSite site)
    {
        if (expression is not MethodCallExpression { Object: null, Arguments.Count: > 0 } call)
            return expression;
        if (IsMarker(call.Method))
            return Read(call.Arguments[0], (KlaviyoCallSite)((ConstantExpression)call.Arguments[1]).Value!);

        Expression source = Read(call.Arguments[0], KlaviyoCallSite.Unknown);
        if (_unknown.Count == 0 && InOtherWords(call, source) is { } same)
            return same;
        if (!QueryGrammar.Knows(call.Method))
        {
            _unknown.Add(new UnknownStage(new Site(call.Method.Name, Arguments(call), site), Describe(call)));
            return source;
        }

        // What stands above an operator that is not known has nothing to be read against.
        return _unknown.Count > 0 ? source : source == call.Arguments[0] ? call : call.Update(null, [source, .. call.Arguments.Skip(1)]);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The method stands in a tree and is never run.")]
    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The method stands in a tree and is never run.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The method stands in a tree and is never run.")]
    private static Expression? InOtherWords(MethodCallExpression call, Expression source)
    {
        if (call.Method.DeclaringType != typeof(Queryable))
            return null;
        Type row = ElementType(source.Type);
        switch (call.Method.Name)
        {
            case "Cast" or "OfType" when call.Type.GetGenericArguments()[0] is var target && target.IsAssignableFrom(row):
                if (call.Method.Name == "OfType" && !row.IsValueType && IsProjected(source))
                    return null; // it would sort out the nulls among the rows
                return target == row ? source : Projected(source, row, target, Identity(row, target));
            case "Order" or "OrderDescending" when call.Arguments.Count == 1:
                return Expression.Call(typeof(Queryable), "OrderBy" + call.Method.Name[5..], [row, row], source, Expression.Quote(Identity(row, row)));
            case "AsQueryable":
                return source;
            default:
                return null;
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2060", Justification = "The method stands in a tree and is never run.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The method stands in a tree and is never run.")]
    private static MethodCallExpression Projected(Expression source, Type row, Type target, LambdaExpression selector) =>
        Expression.Call(SelectMethod().MakeGenericMethod(row, target), source, Expression.Quote(selector));

    private static MethodInfo SelectMethod() =>
        new Func<IQueryable<object>, Expression<Func<object, object>>, IQueryable<object>>(Queryable.Select).Method.GetGenericMethodDefinition();

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The lambda stands in a tree and is never run.")]
    private static LambdaExpression Identity(Type row, Type target)
    {
        ParameterExpression x = Expression.Parameter(row, "x");
        return Expression.Lambda(row == target ? x : Expression.Convert(x, target), x);
    }

    private static bool IsProjected(Expression source)
    {
        for (Expression current = source; current is MethodCallExpression { Arguments.Count: > 0 } call; current = call.Arguments[0])
            if (call.Method.Name == "Select" && !typeof(KlaviyoResource).IsAssignableFrom(ResultOfCast(call)))
                return true;
        return false;
    }

    // The row type of a Select that stands for a Cast; null for any other Select.
    private static Type? ResultOfCast(MethodCallExpression select) =>
        CallReader.Lambda(select.Arguments[1]) is { Body: UnaryExpression { NodeType: ExpressionType.Convert } convert } lambda && convert.Operand == lambda.Parameters[0]
            ? convert.Type
            : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A query is an IQueryable of its rows, and its type is used.")]
    private static Type ElementType(Type type) => type.GetInterfaces().Append(type)
        .First(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];

    private static bool IsMarker(MethodInfo method) => method.DeclaringType == typeof(SitedOperators) && method.Name == nameof(SitedOperators.At);

    private static string Arguments(MethodCallExpression call) =>
        string.Join(", ", CSharpPrinter.Written(call.Arguments.Skip(1)).Select(argument => CSharpPrinter.Print(argument)));

    private static string Describe(MethodCallExpression call)
    {
        MethodInfo method = call.Method;
        if (method.Name is "Where" or "Select" && IsIndexed(method))
            return method.Name + " with an index";
        return CSharpPrinter.Written(call.Arguments).Any(argument => argument.Type is { IsGenericType: true } type
            && (type.GetGenericTypeDefinition() == typeof(IComparer<>) || type.GetGenericTypeDefinition() == typeof(IEqualityComparer<>)))
            ? method.Name + " with a comparer"
            : method.Name;
    }

    private static bool IsIndexed(MethodInfo method) =>
        method.GetParameters()[1].ParameterType.GetGenericArguments()[0].GetGenericArguments().Length == 3;
}
