using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>Joins alternatives that ask one field for one of several values: <c>equals(id,"a")</c> or <c>any(id,["b","c"])</c> is <c>any(id,["a","b","c"])</c>.</summary>
internal static class Merging
{
    /// <summary>The alternatives with those on the same field joined, in the order of their first appearance.</summary>
    internal static IReadOnlyList<Condition> Merge(IReadOnlyList<Condition> alternatives)
    {
        List<Condition> merged = [];
        foreach (Condition alternative in alternatives)
        {
            int same = alternative is Leaf leaf && IsChoice(leaf) ? merged.FindIndex(other => other is Leaf known && IsChoice(known) && known.Comparison.Field == leaf.Comparison.Field) : -1;
            if (same < 0)
                merged.Add(alternative);
            else
                merged[same] = Joined((Leaf)merged[same], (Leaf)alternative);
        }

        return merged;
    }

    private static bool IsChoice(Leaf leaf) =>
        leaf.Filter.Lists(FilterOperator.Any) && leaf.Comparison is { Operator: FilterOperator.Equals or FilterOperator.Any, Value: not NullValue };

    private static Leaf Joined(Leaf first, Leaf second) =>
        first.With(new ComparisonFilter(FilterOperator.Any, first.Comparison.Field, new ListValue([.. Values(first).Concat(Values(second)).Distinct()])));

    private static IEnumerable<FilterValue> Values(Leaf leaf) => leaf.Comparison.Value is ListValue list ? list.Items : [leaf.Comparison.Value!];
}
