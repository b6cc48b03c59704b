using System.Linq.Expressions;
using KlaviyoLinq.Mapping;
using KlaviyoLinq.Parsing;
using KlaviyoLinq.Parsing.Capturing;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Shaping;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Plans;

/// <summary>
/// Builds the plan of a query that has just been parsed and judged. A query that is not positively understood gets none, and is parsed every time.
/// </summary>
internal static class PlanBuilder
{
    /// <param name="pattern">The walk over the tree.</param>
    /// <param name="captured">The values that the reader requested.</param>
    /// <param name="read">What was read.</param>
    /// <param name="request">What was ruled.</param>
    /// <param name="model">The classes that the user has mapped.</param>
    internal static QueryPlan? Build(PatternReader pattern, CapturedValues captured, ReadQuery read, KlaviyoRequest request, ModelMap model)
    {
        PendingRequest pending = new(captured.Taken);

        // An operator's value that was not evaluated here was read in another way, and could differ next time.
        if (!pattern.Arguments.All(captured.WasRead)
            || Numbers(pattern.Nodes) is not { } numbers
            || pending.Of(request) is not { } withoutValues
            || Steps(numbers, captured.Taken, pending, request) is not { } steps)
            return null;
        UriTemplate? template = request.IsEmpty ? null : UriTemplate.Of(withoutValues, pending.Slots);
        CapturedConstants constants = new(numbers);
        LambdaExpression projection = (LambdaExpression)constants.Visit(read.Projection);
        if (constants.HasForeign || (!request.IsEmpty && !WritesTheSame(template, captured.Taken, request)))
            return null;
        return new QueryPlan(steps, withoutValues, template, new Projection(projection, model, request.Sort?.Field), constants.Nodes);
    }

    // An expression that stands in two places of this tree could be two in another tree of the same shape.
    private static Dictionary<Expression, int>? Numbers(ReadOnlySpan<Expression?> nodes)
    {
        Dictionary<Expression, int> numbers = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < nodes.Length; i++)
            if (nodes[i] is { } node and not ParameterExpression && !numbers.TryAdd(node, i))
                return null;
        return numbers;
    }

    private static PlanStep[]? Steps(Dictionary<Expression, int> numbers, IReadOnlyList<CapturedValue> taken, PendingRequest pending, KlaviyoRequest request)
    {
        HashSet<int> written = [.. pending.Slots.Select(slot => slot.Step)];
        PlanStep[] steps = new PlanStep[taken.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            if (!numbers.TryGetValue(taken[i].Expression, out int node))
                return null;
            PlanStep? step = written.Contains(i) && taken[i].Value is not bool
                ? PlanStep.Written(node, taken[i].Value)
                : PlanStep.Decisive(node, taken[i], pending.HasAlternatives, request.Decisive.Contains(i));
            if (step is null)
                return null;
            steps[i] = step;
        }

        return steps;
    }

    private static bool WritesTheSame(UriTemplate? template, IReadOnlyList<CapturedValue> taken, KlaviyoRequest request) =>
        template?.Write("", [.. taken.Select(value => value.Value)]) == RequestWriter.Write(request);
}
