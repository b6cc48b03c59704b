using KlaviyoLinq.Conditions;
using KlaviyoLinq.Drafts;
using KlaviyoLinq.Rulings.Predicates;

namespace KlaviyoLinq.Rulings.Grammars;

/// <summary>Checks the conjunction of all <c>Where</c>s against the grammar, which decides how conditions may be combined.</summary>
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

        draft.Whole = whole = NullRuling.Rewritten(draft, whole);
        if (draft.Grammar == FilterGrammar.Overview2022)
            OverviewGrammar.Apply(draft, whole);
        else
            PublishedGrammar.Apply(draft, whole);
    }
}
