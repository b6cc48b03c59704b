using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Parsing.Trees;

namespace KlaviyoLinq.Pipeline;

/// <summary>Finds the checkpoint that a query resumes from. It does not change the request, so it is not part of the query's form.</summary>
internal static class Resumption
{
    /// <summary>Returns the checkpoint of the last <c>ResumeFrom</c>; null without one. Builds no expression tree.</summary>
    internal static KlaviyoCheckpoint? CheckpointOf(IQueryable query)
    {
        while (query is IComposedQuery { Tree: null, Source: { } source } composed)
        {
            if (IsResumption(composed.Operator!))
                return (KlaviyoCheckpoint?)((ConstantExpression)composed.Argument!).Value;
            query = source;
        }

        for (Expression expression = query.Expression;
            expression is MethodCallExpression { Object: null, Arguments.Count: > 0 } call;
            expression = call.Arguments[0])
            if (IsResumption(call.Method))
                return (KlaviyoCheckpoint?)((ConstantExpression)call.Arguments[1]).Value;
        return null;
    }

    private static bool IsResumption(MethodInfo method) => method.Name == nameof(SitedOperators.ResumeFrom) && method.DeclaringType == typeof(SitedOperators);
}
