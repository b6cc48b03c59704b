using KlaviyoLinq.House.Tests.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>A wait of a test has a bound: a loop that polls, and a task that the test itself completes, go through <c>Patience</c>.</summary>
internal static class BoundedWaitsLaw
{
    private static readonly HashSet<string> _pauses = ["Task.Yield", "Task.Delay", "Thread.Sleep", "Thread.Yield", "Thread.SpinWait"];

    internal static IEnumerable<Offence> Judge(Repository repository) =>
        from source in repository.HandWritten
        where source.Path.StartsWith("tests/", StringComparison.Ordinal)
        from node in source.Syntax.DescendantNodes()
        where IsPoll(node) || IsBareTask(node)
        select new Offence(source.Path, source.LineOf(node), "A wait without a bound. Write `await Patience.UntilAsync(() => …)`, or `await ….InTimeAsync()`.");

    /// <summary>A loop under a condition that pauses for real time. A pause on a clock of the test has the clock as its second argument.</summary>
    private static bool IsPoll(SyntaxNode node) =>
        node is WhileStatementSyntax or DoStatementSyntax
        && node.DescendantNodes()
        .OfType<InvocationExpressionSyntax>().Any(call => _pauses.Contains(call.Expression.ToString()) && call.ArgumentList.Arguments.Count < 2);

    /// <summary>The task of a <c>TaskCompletionSource</c>, awaited as it is.</summary>
    private static bool IsBareTask(SyntaxNode node) =>
        node is AwaitExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Task" } };
}
