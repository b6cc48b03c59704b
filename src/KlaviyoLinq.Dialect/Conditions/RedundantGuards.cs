using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Conditions;

/// <summary>
/// Removes the tests for null that change nothing, because a comparison never holds where its member is null: <c>x.A != null &amp;&amp; x.A == 1</c> is
/// <c>x.A == 1</c>, and <c>x.A == null || x.A != 1</c> is <c>x.A != 1</c>. Alternatives are the mirror image of conjunctions throughout.
/// </summary>
internal sealed class RedundantGuards
{
    private readonly Dictionary<(Condition Part, MemberPath Path, bool IsAll), bool> _settled = [];

    private RedundantGuards()
    {
    }

    /// <summary>The condition, which is in negation normal form, without the tests that follow from the rest.</summary>
    internal static Condition Without(Condition condition) => Contains(condition) ? new RedundantGuards().Simplified(condition, null) : condition;

    private static bool Contains(Condition condition) => condition switch
    {
        Presence => true,
        Negation negation => Contains(negation.Operand),
        All all => all.Operands.Any(Contains),
        Either either => either.Operands.Any(Contains),
        _ => false,
    };

    private Condition Simplified(Condition condition, Nullness? known) => condition switch
    {
        All all => Simplified(all.Operands, true, all.Site, null, known),
        Either either => Simplified(either.Operands, false, either.Site, either.Origin, known),
        Negation { Operand: Presence presence } => Nullness.Of(presence.Path, known) is { } has ? new Constant(!has, condition.Site) : condition,
        Negation { Operand: Leaf leaf } => Nullness.Of(leaf.Path, known) == false ? new Constant(true, condition.Site) : condition,
        Presence presence => Nullness.Of(presence.Path, known) is { } has ? new Constant(has, condition.Site) : condition,
        Leaf leaf => Nullness.Of(leaf.Path, known) == false ? new Constant(false, condition.Site) : condition,
        _ => condition,
    };

    // First the tests, longest paths first, since shorter ones follow from them. Then the other operands, given the facts that the tests and comparisons
    // state: a conjunction's operand matters only where the others hold, an alternative only where the others do not. Last, the tests that the others imply go.
    private Condition Simplified(IReadOnlyList<Condition> operands, bool isAll, Site site, Negation? origin, Nullness? known)
    {
        Dictionary<Condition, Condition> simplified = [];
        Nullness? here = known;
        foreach (Condition test in operands.Where(IsTest).OrderByDescending(test => Tested(test).Segments.Count))
        {
            simplified[test] = Simplified(test, here);
            if (ReferenceEquals(simplified[test], test))
                here = Nullness.With(Tested(test), test is Presence == isAll, here);
        }

        Nullness? inside = here;
        foreach (Condition operand in operands)
            if ((isAll ? operand : (operand as Negation)?.Operand) is Leaf leaf)
                inside = Nullness.With(leaf.Path, true, inside);
        foreach (Condition operand in operands)
            if (!IsTest(operand))
                simplified[operand] = Simplified(operand, operand is All or Either ? inside : here);

        Condition[] rest = [.. operands.Where(operand => !IsTest(operand)).Select(operand => simplified[operand])];
        Junction parts = new(isAll);
        foreach (Condition operand in operands)
            if (operand is Presence != isAll || !IsTest(operand) || !rest.Any(other => Settles(other, Tested(operand), isAll)))
                parts.Add(simplified[operand]);
        return parts.Joined(site, origin);
    }

    // In a conjunction: the part holds only where the member has a value. In alternatives: it holds wherever the member has none.
    private bool Settles(Condition part, MemberPath path, bool isAll)
    {
        if ((isAll ? part : (part as Negation)?.Operand) is Leaf leaf)
            return leaf.Path.StartsWith(path);
        if ((isAll ? part : (part as Negation)?.Operand) is Presence presence)
            return presence.Path.StartsWith(path);
        if (part is Refused refused)
            return refused.Path?.StartsWith(path) != false; // one refusal is enough
        if (((part as All)?.Operands ?? (part as Either)?.Operands) is not { } operands)
            return false;
        if (!_settled.TryGetValue((part, path, isAll), out bool settles))
        {
            settles = part is All == isAll ? operands.Any(operand => Settles(operand, path, isAll)) : operands.All(operand => Settles(operand, path, isAll));
            _settled.Add((part, path, isAll), settles);
        }

        return settles;
    }

    private static bool IsTest(Condition condition) => condition is Presence or Negation { Operand: Presence };

    private static MemberPath Tested(Condition test) => (test as Presence ?? (Presence)((Negation)test).Operand).Path;
}
