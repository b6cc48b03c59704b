using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Rulings.Predicates;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>How the conditions of a query may be combined: the conjunction of all <c>Where</c>s, held against the grammar.</summary>
internal static class GrammarRuling
{
    internal static void Apply(RequestDraft draft)
    {
        if (draft.Conditions.Count == 0)
            return;
        Condition whole = RedundantGuards.Without(NegationNormalForm.Of(new All(draft.Conditions, draft.Conditions[0].Site)));
        if (whole is Constant { Value: var holds })
        {
            draft.IsEmpty |= !holds;
            return;
        }

        draft.Whole = whole = NullRuling.Spelled(draft, whole);
        if (draft.Grammar == FilterGrammar.Overview2022)
            OverviewGrammar.Apply(draft, whole);
        else
            PublishedGrammar.Apply(draft, whole);
    }
}
