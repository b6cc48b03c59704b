using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Running;

namespace KlaviyoLinq.Synchronous;

/// <summary>Runs LINQ's own synchronous operators: <c>First()</c>, <c>Count()</c>, <c>Sum(…)</c> …, judged like their asynchronous forms.</summary>
[RequiresUnreferencedCode(ByReflection)]
[RequiresDynamicCode(ByReflection)]
internal static class SynchronousTerminal
{
    /// <summary>The reason of the warnings in programs that are trimmed or compiled ahead of time.</summary>
    internal const string ByReflection = "Synchronous operators are found by reflection. Use the asynchronous ones, such as FirstAsync.";

    private static readonly MethodInfo _runMethod = typeof(SynchronousTerminal).GetMethod(nameof(Run), BindingFlags.Static | BindingFlags.NonPublic)!;

    internal static object? Execute(IQueryEngine provider, Expression expression)
    {
        if (expression is not MethodCallExpression { Object: null, Arguments: [var source, ..] } call || !typeof(IQueryable).IsAssignableFrom(source.Type))
            return Refused(provider, expression);
        Type row = ElementType(source.Type);
        return _runMethod.MakeGenericMethod(row).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [provider, call], null);
    }

    private static object? Run<T>(IQueryEngine provider, MethodCallExpression call)
    {
        IKlaviyoQueryable<T> source = new ComposedQuery<T>(provider, call.Arguments[0]);
        LambdaExpression? lambda = call.Arguments.Count == 2 ? Lambda(call.Arguments[1]) : null;
        if (lambda is Expression<Func<T, bool>> predicate && call.Method.Name != "All")
            (source, lambda) = (source.Where(predicate, null, null, 0), null);
        bool isPlain = call.Arguments.Count == 1 || (call.Arguments.Count == 2 && lambda is null && Lambda(call.Arguments[1]) is not null);
        return (call.Method.Name, isPlain) switch
        {
            ("First", true) => Wait(() => source.FirstAsync()),
            ("FirstOrDefault", true) => Wait(() => source.FirstOrDefaultAsync()),
            ("Single", true) => Wait(() => source.SingleAsync()),
            ("SingleOrDefault", true) => Wait(() => source.SingleOrDefaultAsync()),
            ("Last", true) => Wait(() => source.LastAsync(default, null, 0)),
            ("LastOrDefault", true) => Wait(() => source.LastOrDefaultAsync(default, null, 0)),
            ("Any", true) => Wait(() => source.AnyAsync()),
            ("Count", true) => Wait(() => source.CountAsync()),
            ("LongCount", true) => Wait(() => source.LongCountAsync()),
            ("All", false) when lambda is Expression<Func<T, bool>> all => Wait(() => source.AllAsync(all, default, null, null, 0)),
            ("Contains", false) when call.Arguments.Count == 2 => Wait(() => source.ContainsAsync((T)Constant(call.Arguments[1])!, default, null, null, 0)),
            ("ElementAt", false) when Constant(call.Arguments[1]) is int index => Wait(() => source.ElementAtAsync(index, default, null, null, 0)),
            ("Min" or "Max" or "Sum" or "Average", true) => InMemory(source, call.Method.Name),
            ("Min" or "Max" or "Sum" or "Average", false) when lambda is not null => InMemory(Projected(provider, call.Arguments[0], lambda), call.Method.Name),
            _ => Refused(provider, call),
        };
    }

    // The rows are read one by one, and LINQ to Objects aggregates them.
    private static object? InMemory(IQueryable rows, string name)
    {
        Type row = rows.ElementType;
        Type contract = typeof(IEnumerable<>).MakeGenericType(row);
        MethodInfo method = typeof(Enumerable).GetMethod(name, [contract])
            ?? typeof(Enumerable)
            .GetMethods()
            .First(candidate => candidate.Name == name && candidate.IsGenericMethod && candidate.GetParameters().Length == 1)
            .MakeGenericMethod(row);
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [rows], null);
    }

    private static IQueryable Projected(IQueryEngine provider, Expression source, LambdaExpression selector) =>
        provider.CreateQuery(Expression.Call(typeof(Queryable), "Select", [ElementType(source.Type), selector.ReturnType], source, Expression.Quote(selector)));

    // The judge refuses every other operator by its name.
    private static object? Refused(IQueryEngine provider, Expression expression)
    {
        provider.Request(expression, TerminalKind.Sequence);
        throw new NotSupportedException($"The query {expression} cannot be run synchronously.");
    }

    private static T Wait<T>(Func<Task<T>> work) => Blocking.Wait(() => new ValueTask<T>(work()));

    private static object? Constant(Expression expression) => (expression as ConstantExpression)?.Value;

    private static LambdaExpression? Lambda(Expression expression) =>
        expression as LambdaExpression ?? (expression as UnaryExpression)?.Operand as LambdaExpression;

    private static Type ElementType(Type type) => type.GetInterfaces().Append(type)
        .First(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
}
