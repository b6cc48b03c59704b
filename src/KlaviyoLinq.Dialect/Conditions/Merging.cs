using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// Joins alternatives that compare one field with several values: <c>equals(id,"a")</c> or <c>any(id,["b","c"])</c> is <c>any(id,["a","b","c"])</c>.
/// </summary>
internal static class Merging
{
    /// <summary>The alternatives with those on the same field joined, in the order of their first appearance.</summary>
    internal static IReadOnlyList<Condition> Merge(IReadOnlyList<Condition> alternatives)
    {
        Dictionary<string, List<Leaf>> choices = new(StringComparer.Ordinal);
        foreach (Leaf leaf in alternatives.OfType<Leaf>().Where(IsChoice))
        {
            if (!choices.TryGetValue(leaf.Comparison.Field, out List<Leaf>? same))
                choices.Add(leaf.Comparison.Field, same = []);
            same.Add(leaf);
        }

        List<Condition> merged = [];
        foreach (Condition alternative in alternatives)
        {
            if (alternative is not Leaf leaf || !IsChoice(leaf))
            {
                merged.Add(alternative);
            }
            else if (choices.TryGetValue(leaf.Comparison.Field, out List<Leaf>? same))
            {
                merged.Add(same.Count == 1 ? leaf : Joined(same));
                choices.Remove(leaf.Comparison.Field);
            }
        }

        return merged;
    }

    private static bool IsChoice(Leaf leaf) =>
        leaf.Filter.Lists(FilterOperator.Any) && leaf.Comparison is { Operator: FilterOperator.Equals or FilterOperator.Any, Value: not NullValue };

    private static Leaf Joined(List<Leaf> same) =>
        same[0].With(new ComparisonFilter(FilterOperator.Any, same[0].Comparison.Field, new ListValue([.. same.SelectMany(Values).Distinct()])));

    private static IEnumerable<FilterValue> Values(Leaf leaf) => leaf.Comparison.Value is ListValue list ? list.Items : [leaf.Comparison.Value!];
}
