using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Predicates;

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
        return Tested(draft, path, kind == ComparisonKind.NotEqual, site);
    }

    /// <summary>The condition that a member has a value, or has none.</summary>
    internal static Condition Tested(RequestDraft draft, MemberPath path, bool hasValue, Site site)
    {
        if (FieldRuling.IsNeverNull(draft, path))
            return new Constant(hasValue, site);
        Presence presence = new(path, draft.Findings.Count, site);
        return hasValue ? presence : new Negation(presence, site);
    }

    /// <summary>The condition, which is in negation normal form, with what the grammar has for the tests for null that are left in it.</summary>
    internal static Condition Rewritten(RequestDraft draft, Condition condition) => condition switch
    {
        All all => new All([.. all.Operands.Select(operand => Rewritten(draft, operand))], all.Site),
        Either either => new Either([.. either.Operands.Select(operand => Rewritten(draft, operand))], either.Site) { Origin = either.Origin },
        Presence presence => Rewritten(draft, presence, false),
        Negation { Operand: Presence presence } => Rewritten(draft, presence, true),
        _ => condition,
    };

    private static Condition Rewritten(RequestDraft draft, Presence test, bool wantsNull)
    {
        (MemberPath path, Site site) = (test.Path, test.Site);
        bool isOverview = draft.Grammar == FilterGrammar.Overview2022;
        if (FieldResolution.FindPresence(draft, path) is { } presence && (!wantsNull || isOverview))
            return Negated(FieldRuling.Leaf(draft, path, presence, FilterOperator.Has, null, site), wantsNull, site);
        if (isOverview && FieldResolution.Find(draft, path) is { } filter && filter.Lists(FilterOperator.Equals))
            return Negated(FieldRuling.Leaf(draft, path, filter, FilterOperator.Equals, new NullValue(), site), !wantsNull, site);

        string[] present = [.. draft.Operation.Filters.Where(facts => facts.Lists(FilterOperator.Has)).Select(facts => facts.Field)];
        draft.RefuseLate(test.Place, site.Finding(
            KlaviyoFindingCode.NullNotSupported,
            $"{Naming.Operation(draft.Operation)} cannot test {Naming.Member(path)} for null.",
            (wantsNull ? "" : "A comparison implies that the member has a value, so no test is needed: x.Member == value. ")
            + (present.Length == 0
                ? "Test for null in memory: AsAsyncEnumerable().Where(…)."
                : $"Only the presence of {Naming.Or(present)} can be tested (!= null). Test other members in memory: AsAsyncEnumerable().Where(…).")));
        return new Refused(site, path);
    }

    private static Condition Negated(Leaf leaf, bool negated, Site site) => negated ? new Negation(leaf, site) : leaf;
}
