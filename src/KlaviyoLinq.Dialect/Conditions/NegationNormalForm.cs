using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// Pushes negations down to the comparisons, removes them where a comparison has an exact opposite, flattens nested junctions of the same
/// kind, and folds known operands. The meaning stays the same: C#'s &amp;&amp;, || and ! are two-valued, so De Morgan's laws hold.
/// </summary>
internal static class NegationNormalForm
{
    internal static Condition Of(Condition condition) => Of(condition, null);

    private static Condition Of(Condition condition, Negation? negated) => condition switch
    {
        Constant constant => negated is not null ? new Constant(!constant.Value, constant.Site) : constant,
        Negation { Operand: Leaf leaf } negation when negated is null => Opposite(leaf) ?? (Condition)negation,
        Negation { Operand: Presence } negation when negated is null => negation,
        Negation negation => Of(negation.Operand, negated is null ? negation : null),
        All or Either => Joined(condition, negated),
        Leaf leaf when negated is not null => Opposite(leaf) ?? (Condition)new Negation(leaf, leaf.Site),
        Presence when negated is not null => new Negation(condition, condition.Site),
        _ => condition,
    };

    private static Condition Joined(Condition junction, Negation? negated)
    {
        Junction parts = new(junction is All == negated is null);
        Gather(junction, negated, parts);
        return junction is All && negated is not null ? parts.Joined(negated.Site, negated) : parts.Joined(junction.Site);
    }

    // A nested junction of the same kind adds its operands directly: collecting them level by level would copy them once per level.
    private static void Gather(Condition condition, Negation? negated, Junction parts)
    {
        if (condition is Negation { Operand: All or Either or Negation } negation)
            Gather(negation.Operand, negated is null ? negation : null, parts);
        else if (Operands(condition) is { } operands && (condition is All == negated is null) == parts.IsAll)
            for (int i = 0; i < operands.Count && !parts.IsSettled; i++)
                Gather(operands[i], negated, parts);
        else
            parts.Add(Of(condition, negated));
    }

    private static IReadOnlyList<Condition>? Operands(Condition condition) => (condition as All)?.Operands ?? (condition as Either)?.Operands;

    // "Not greater than" is "less or equal" only where there is always a value: a missing one is neither.
    private static Leaf? Opposite(Leaf leaf)
    {
        if (!leaf.IsNeverNull)
            return null;
        if (leaf.Comparison is { Operator: FilterOperator.Equals, Value: BooleanValue flag })
            return leaf.With(leaf.Comparison with { Value = new BooleanValue(!flag.Value) });
        FilterOperator? opposite = leaf.Comparison.Operator switch
        {
            FilterOperator.GreaterThan => FilterOperator.LessOrEqual,
            FilterOperator.GreaterOrEqual => FilterOperator.LessThan,
            FilterOperator.LessThan => FilterOperator.GreaterOrEqual,
            FilterOperator.LessOrEqual => FilterOperator.GreaterThan,
            _ => null,
        };
        return opposite is { } listed && leaf.Filter.Lists(listed) ? leaf.With(leaf.Comparison with { Operator = listed }) : null;
    }
}
