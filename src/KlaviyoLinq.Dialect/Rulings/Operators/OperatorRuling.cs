using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Operators;

/// <summary>Refuses operators that have no counterpart in Klaviyo's API, with the advice for each.</summary>
internal static class OperatorRuling
{
    internal static void Refuse(RequestDraft draft, Stage stage)
    {
        string name = stage.Site.Operator;
        if (name == "ThenInclude")
        {
            RefuseNested(draft, stage.Site);
            return;
        }

        OperatorAdvice advice = OperatorAdvice.For(name);
        draft.Refuse(
            KlaviyoFindingCode.OperatorNotTranslatable,
            stage.Site,
            $"{(stage as UnknownStage)?.What ?? name} has no counterpart in Klaviyo's API{advice.Circumstance}.",
            advice.Write(name, draft.Operation.ResourceType));
    }

    /// <summary>Refuses a relationship of an included resource.</summary>
    internal static void RefuseNested(RequestDraft draft, Site site) =>
        draft.Refuse(
            KlaviyoFindingCode.NestedInclude,
            site,
            "Klaviyo includes the relationships of the queried resource, but not those of an included one.",
            "Query the included type separately.");
}
