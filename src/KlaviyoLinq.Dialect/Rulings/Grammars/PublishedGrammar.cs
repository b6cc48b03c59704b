using System.Globalization;
using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>
/// The language that today's revisions document: a conjunction of comparisons. Alternatives on one field become <c>any</c>; other
/// alternatives become several requests where the author allows it, and are refused otherwise.
/// </summary>
internal static class PublishedGrammar
{
    internal static void Apply(RequestDraft draft, Condition whole)
    {
        Condition merged = Merged(whole);
        if (merged is All { Operands: var operands } ? !operands.Any(part => part is Either) : merged is not Either)
        {
            draft.Filters.AddRange(Conjunction(draft, merged is All all ? all.Operands : [merged]));
            return;
        }

        if (draft.FanOut is not { } maximum)
            RefuseAlternatives(draft, merged);
        else if (DisjunctiveForm.Of(merged, maximum) is { } alternatives)
            draft.Alternatives.AddRange(alternatives.Select(parts => Conjunction(draft, parts)));
        else
            RefuseWidth(draft, merged, maximum);
    }

    internal static void RefuseWidth(RequestDraft draft, Condition condition, int maximum) =>
        draft.Refuse(
            KlaviyoFindingCode.FanOutTooWide,
            condition.Site,
            string.Format(CultureInfo.InvariantCulture, "The alternatives need more requests than the {0} that AllowFanOut permits.", maximum),
            "Raise the number in AllowFanOut, or split the query.");

    // Alternatives within alternatives first, so that what merges below can merge again above.
    private static Condition Merged(Condition condition) => condition switch
    {
        All all => new All([.. all.Operands.Select(Merged)], all.Site),
        Either either => Merging.Merge([.. either.Operands.Select(Merged)]) is var alternatives && alternatives.Count == 1
            ? alternatives[0]
            : new Either(alternatives, either.Site) { Origin = either.Origin },
        _ => condition,
    };

    private static List<Filter> Conjunction(RequestDraft draft, IReadOnlyList<Condition> parts)
    {
        List<Filter> filters = [];
        foreach (Condition part in parts)
        {
            if (part is Leaf leaf)
                filters.Add(leaf.Comparison);
            else if (part is Raw raw)
                filters.Add(raw.Filter);
            else if (part is Negation negation)
                RefuseNegation(draft, negation);
        }

        return filters;
    }

    private static void RefuseAlternatives(RequestDraft draft, Condition condition)
    {
        foreach (Condition part in condition is All all ? all.Operands : [condition])
        {
            // Where a part has been refused already, whether the rest would have merged cannot be known.
            if (part is Either { Origin: { } negated } opposites && !Holds<Refused>(opposites))
            {
                draft.Refuse(
                    KlaviyoFindingCode.NegationNotSupported,
                    negated.Site,
                    "To negate conditions joined by &&, the filter language would need 'not' or 'or', and it has neither.",
                    "Write the opposite of each condition, joined by ||, with AllowFanOut(n); or filter in memory: AsAsyncEnumerable().Where(…).");
            }
            else if (part is Either either && !Holds<Refused>(either))
            {
                draft.Refuse(
                    KlaviyoFindingCode.DisjunctionNotSupported,
                    either.Site,
                    "Klaviyo's filter language joins conditions with 'and' only.",
                    "Allow several requests, merged without duplicates: AllowFanOut(n). For several values of one field that lists 'any', write "
                    + "list.Contains(x.Field). If the revision still accepts the 2022 filter language, set KlaviyoOptions.Grammar to FilterGrammar.Overview2022.");
            }
            else if (part is Negation negation)
            {
                RefuseNegation(draft, negation);
            }
        }
    }

    private static void RefuseNegation(RequestDraft draft, Negation negation)
    {
        if (!Holds<Refused>(negation))
        {
            draft.Refuse(
                KlaviyoFindingCode.NegationNotSupported,
                negation.Site,
                "Klaviyo's filter language has no 'not'.",
                "State what must hold instead, or filter in memory: AsAsyncEnumerable().Where(…). If the revision still accepts the 2022 filter "
                + "language, set KlaviyoOptions.Grammar to FilterGrammar.Overview2022.");
        }
    }

    private static bool Holds<T>(Condition condition)
        where T : Condition => condition switch
    {
        T => true,
        All all => all.Operands.Any(Holds<T>),
        Either either => either.Operands.Any(Holds<T>),
        Negation negation => Holds<T>(negation.Operand),
        _ => false,
    };
}
