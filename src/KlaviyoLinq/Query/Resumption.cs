using System.Linq.Expressions;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Query;

/// <summary>Finds what a query continues from. It is no part of what the query asks, so it is not read into the form.</summary>
internal static class Resumption
{
    internal static KlaviyoCheckpoint? CheckpointOf(Expression expression)
    {
        for (; expression is MethodCallExpression { Object: null, Arguments.Count: > 0 } call; expression = call.Arguments[0])
            if (call.Method.Name == nameof(SitedOperators.ResumeFrom) && call.Method.DeclaringType == typeof(SitedOperators))
                return (KlaviyoCheckpoint?)((ConstantExpression)call.Arguments[1]).Value;
        return null;
    }
}
