namespace KlaviyoLinq.Conditions;

/// <summary>Rewrites a condition as alternatives, each of which is a plain conjunction; the result is exact, but it can grow, so it has a cap.</summary>
internal static class DisjunctiveForm
{
    /// <summary>
    /// The alternatives, each the comparisons (perhaps negated) that must hold together; null when there would be more than <paramref name="cap"/>.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<Condition>>? Of(Condition condition, int cap) => Distribution.Products(condition, isConjunction: true, cap);
}
