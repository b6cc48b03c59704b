using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// Pushes negations down to the comparisons, takes them away where a comparison has an exact opposite, flattens what is nested in its own
/// kind, and folds what is known. All of it keeps the meaning: C#'s &amp;&amp;, || and ! know only true and false, so De Morgan's laws hold.
/// </summary>
internal static class NegationNormalForm
{
    internal static Condition Of(Condition condition) => Of(condition, null);

    private static Condition Of(Condition condition, Negation? negated) => condition switch
    {
        Constant constant => negated is not null ? new Constant(!constant.Value, constant.Site) : constant,
        Negation { Operand: Leaf leaf } negation when negated is null => Opposite(leaf) ?? (Condition)negation,
        Negation negation => Of(negation.Operand, negated is null ? negation : null),
        All all => negated is null ? AllOf(all.Operands, all, null) : AnyOf(all.Operands, negated, negated),
        Either either => negated is null ? AnyOf(either.Operands, either, null) : AllOf(either.Operands, either, negated),
        Leaf leaf when negated is not null => Opposite(leaf) ?? (Condition)new Negation(leaf, leaf.Site),
        _ => condition,
    };

    private static Condition AllOf(IReadOnlyList<Condition> operands, Condition origin, Negation? negated)
    {
        List<Condition> parts = [];
        foreach (Condition operand in operands)
        {
            switch (Of(operand, negated))
            {
                case Constant { Value: true }:
                    break;
                case Constant no:
                    return no;
                case All nested:
                    parts.AddRange(nested.Operands);
                    break;
                case { } part:
                    parts.Add(part);
                    break;
            }
        }

        return parts.Count switch { 0 => new Constant(true, origin.Site), 1 => parts[0], _ => new All(parts, origin.Site) };
    }

    private static Condition AnyOf(IReadOnlyList<Condition> operands, Condition origin, Negation? negated)
    {
        List<Condition> parts = [];
        foreach (Condition operand in operands)
        {
            switch (Of(operand, negated))
            {
                case Constant { Value: false }:
                    break;
                case Constant yes:
                    return yes;
                case Either nested:
                    parts.AddRange(nested.Operands);
                    break;
                case { } part:
                    parts.Add(part);
                    break;
            }
        }

        return parts.Count switch { 0 => new Constant(false, origin.Site), 1 => parts[0], _ => new Either(parts, origin.Site) { Origin = negated } };
    }

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
