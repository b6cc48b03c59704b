using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>
/// Comparisons with null. Every grammar can ask whether a relationship is there (<c>has</c>); the 2022 overview's also knows the literal
/// <c>null</c>.
/// </summary>
internal static class NullRuling
{
    internal static Condition Read(RequestDraft draft, MemberPath path, ComparisonKind kind, Site site)
    {
        // As in C#, an order comparison with null never holds.
        if (kind is not (ComparisonKind.Equal or ComparisonKind.NotEqual))
            return new Constant(false, site);
        bool wantsNull = kind == ComparisonKind.Equal;

        // A row is a resource and never null.
        if (path.IsRoot)
            return new Constant(!wantsNull, site);
        bool isOverview = draft.Grammar == FilterGrammar.Overview2022;
        if (FieldResolution.FindPresence(draft, path) is { } presence && (!wantsNull || isOverview))
            return Negated(FieldRuling.Leaf(draft, path, presence, FilterOperator.Has, null, site), wantsNull, site);
        if (isOverview && FieldResolution.Find(draft, path) is { } filter && filter.Lists(FilterOperator.Equals))
            return Negated(FieldRuling.Leaf(draft, path, filter, FilterOperator.Equals, new NullValue(), site), !wantsNull, site);

        string[] present = [.. draft.Operation.Filters.Where(facts => facts.Lists(FilterOperator.Has)).Select(facts => facts.Field)];
        return draft.Refuse(
            FindingCode.NullNotSupported,
            site,
            $"{Naming.Endpoint(draft.Operation)} cannot test {Naming.Member(path)} for null.",
            present.Length == 0
                ? "Test for null in memory: AsAsyncEnumerable().Where(…)."
                : $"Only the presence of {Naming.Or(present)} can be asked for (!= null). Test anything else in memory: AsAsyncEnumerable().Where(…).");
    }

    private static Condition Negated(Leaf leaf, bool negated, Site site) => negated ? new Negation(leaf, site) : leaf;
}
