using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Rulings;

/// <summary>
/// Decides what Klaviyo can answer. The only place that does: the provider at run time and the analyzer at compile time both bring
/// their reading of a query here and take the ruling. A table of contents; each operator's law stands in a file of its own.
/// </summary>
internal static class Judge
{
    internal static Ruling Rule(QueryForm form, KlaviyoCatalogue catalogue, FilterGrammar grammar = FilterGrammar.Published)
    {
        OperationFacts operation = catalogue.FindOperation(form.OperationPath)
            ?? throw new ArgumentException($"The catalogue of revision {catalogue.Revision} has no operation GET {form.OperationPath}.", nameof(form));
        RequestDraft draft = new(operation, catalogue, grammar);

        // What may become of alternatives must be known before the first predicate is read, wherever it was written.
        foreach (FanOutStage fanOut in form.Stages.OfType<FanOutStage>())
            FanOutRuling.Apply(draft, fanOut);
        foreach (Stage stage in form.Stages)
            Apply(draft, stage);

        GrammarRuling.Apply(draft);
        RequiredFilterRuling.Apply(draft);
        TerminalRuling.Apply(draft, form.Terminal);
        KlaviyoRequest? request = draft.Findings.Count == 0 ? BranchRuling.Apply(draft, RequestComposer.Compose(draft, form.Terminal)) : null;
        return draft.Findings.Count == 0 ? new Ruling(request, []) : new Ruling(null, draft.Findings);
    }

    private static void Apply(RequestDraft draft, Stage stage)
    {
        switch (stage)
        {
            case WhereStage where:
                WhereRuling.Apply(draft, where);
                break;
            case RawStage raw:
                RawRuling.Apply(draft, raw);
                break;
            case OrderByStage orderBy:
                OrderByRuling.Apply(draft, orderBy);
                break;
            case SelectStage select:
                SelectRuling.Apply(draft, select);
                break;
            case IncludeStage include:
                IncludeRuling.Apply(draft, include);
                break;
            case AdditionalFieldsStage additional:
                AdditionalFieldsRuling.Apply(draft, additional);
                break;
            case TakeStage take:
                TakeRuling.Apply(draft, take);
                break;
            case FanOutStage:
                break;
            case PageSizeStage pageSize:
                PageSizeRuling.Apply(draft, pageSize);
                break;
            default:
                OperatorRuling.Refuse(draft, stage);
                break;
        }
    }
}
