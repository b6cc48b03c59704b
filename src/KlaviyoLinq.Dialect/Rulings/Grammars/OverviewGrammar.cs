using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>
/// The language of the 2022 API overview: <c>and(…)</c> and <c>or(…)</c> with one level of nesting, <c>not(…)</c> around a single operator.
/// What is nested deeper is rewritten by distribution where that stays small, and refused otherwise.
/// </summary>
internal static class OverviewGrammar
{
    // A conjunction of this many alternatives is still a readable request.
    private const int MostClauses = 32;

    internal static void Apply(RequestDraft draft, Condition whole)
    {
        if (draft.Findings.Count > 0)
            return;
        IReadOnlyList<Condition> parts = whole is All all ? all.Operands : [whole];
        if (!parts.All(IsWritable))
        {
            if (ConjunctiveForm.Of(whole, MostClauses) is not { } clauses)
            {
                Refuse(draft, whole);
                return;
            }

            parts = [.. clauses.Select(Merged)];
        }

        draft.Filters.AddRange(parts.Select(ToFilter));
        draft.NamesConjunction = draft.Filters.Count > 1 && draft.Filters.All(filter => filter is ComparisonFilter);
    }

    private static bool IsWritable(Condition part) => part switch
    {
        Either either => either.Operands.All(operand => IsLiteral(operand) || (operand is All all && all.Operands.All(IsLiteral))),
        _ => IsLiteral(part),
    };

    private static bool IsLiteral(Condition condition) => condition is Leaf or Raw or Negation { Operand: Leaf };

    private static Condition Merged(Condition clause) =>
        clause is Either either && Merging.Merge(either.Operands) is { } alternatives
            ? alternatives.Count == 1 ? alternatives[0] : new Either(alternatives, either.Site)
            : clause;

    private static Filter ToFilter(Condition condition) => condition switch
    {
        Leaf leaf => leaf.Comparison,
        Raw raw => raw.Filter,
        Negation { Operand: Leaf leaf } => new NotFilter(leaf.Comparison),
        Either either => new OrFilter([.. either.Operands.Select(ToFilter)]),
        All all => new AndFilter([.. all.Operands.Select(ToFilter)], IsNamed: true),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };

    private static void Refuse(RequestDraft draft, Condition whole) =>
        draft.Refuse(
            KlaviyoFindingCode.NestingTooDeep,
            whole.Site,
            "The conditions need a nesting deeper than one level, and rewriting them flat would take more than 32 clauses.",
            "Split the query, or filter by a part of it in memory: AsAsyncEnumerable().Where(…).");
}
