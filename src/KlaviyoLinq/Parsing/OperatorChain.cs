using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Parsing.Nodes;
using KlaviyoLinq.Parsing.Operators;
using KlaviyoLinq.Parsing.Printing;
using KlaviyoLinq.Parsing.Terms;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Parsing;

/// <summary>
/// The operators of a query from the set on, prepared for the parser: some are rewritten as others, and unknown ones are removed and become stages
/// that the judge refuses.
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

    /// <summary>The part of the query before its first unknown operator.</summary>
    internal Expression Known { get; }

    internal IReadOnlyList<UnknownStage> Unknown => _unknown;

    internal static OperatorChain Of(Expression expression, CapturedValues captured) =>
        Nesting.IsTooDeep(expression) ? TooDeep(expression) : new(new LambdaInliner(captured).Visit(expression));

    private static OperatorChain TooDeep(Expression expression)
    {
        Expression root = expression;
        while (root is MethodCallExpression { Object: null, Arguments.Count: > 0 } call)
            root = call.Arguments[0];
        return new OperatorChain(
            root, new UnknownStage(new Site("Where", "", KlaviyoCallSite.Unknown), $"An expression nested more than {Nesting.Deepest} levels deep"));
    }

    private Expression Read(Expression expression, KlaviyoCallSite site)
    {
        if (expression is not MethodCallExpression { Object: null, Arguments.Count: > 0 } call)
            return expression;
        if (IsMarker(call.Method))
            return Read(call.Arguments[0], (KlaviyoCallSite)((ConstantExpression)call.Arguments[1]).Value!);

        Expression source = Read(call.Arguments[0], KlaviyoCallSite.Unknown);
        if (_unknown.Count == 0
            && call.Method.DeclaringType == typeof(Queryable)
            && OperatorTable.Find(call.Method.Name)?.Rewrite?.Invoke(call, source) is { } same)
            return same;
        if (!QueryGrammar.Knows(call.Method))
        {
            _unknown.Add(new UnknownStage(new Site(call.Method.Name, Arguments(call), site), Describe(call)));
            return source;
        }

        // Operators after an unknown one cannot be read, since their source is unknown.
        return _unknown.Count > 0 ? source : source == call.Arguments[0] ? call : call.Update(null, [source, .. call.Arguments.Skip(1)]);
    }

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
