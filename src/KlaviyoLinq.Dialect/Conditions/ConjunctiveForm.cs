namespace KlaviyoLinq.Conditions;

/// <summary>Rewrites nested alternatives as a conjunction of plain ones, by distribution; the result is exact, but it can grow, so it has a cap.</summary>
internal static class ConjunctiveForm
{
    /// <summary>
    /// The conjunction, each part a comparison (perhaps negated) or alternatives of such; null when it would have more than <paramref name="cap"/>
    /// parts.
    /// </summary>
    internal static IReadOnlyList<Condition>? Of(Condition condition, int cap)
    {
        if (Distribution.Products(condition, isConjunction: false, cap) is not { } clauses)
            return null;
        return [.. clauses.Select(clause => clause.Count == 1 ? clause[0] : new Either(clause, condition.Site))];
    }
}
