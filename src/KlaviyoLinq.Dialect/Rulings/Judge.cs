using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings;

/// <summary>
/// Decides what Klaviyo can answer. The only place that does: the provider at run time and the analyzer at compile time both bring
/// their reading of a query here and take the ruling. A table of contents; each operator's law stands in a file of its own.
/// </summary>
internal static class Judge
{
    internal static Ruling Rule(QueryForm form, KlaviyoCatalogue catalogue)
    {
        OperationFacts operation = catalogue.FindOperation(form.OperationPath)
            ?? throw new ArgumentException($"The catalogue of revision {catalogue.Revision} has no operation GET {form.OperationPath}.", nameof(form));
        RequestDraft draft = new(operation, catalogue);

        foreach (Stage stage in form.Stages)
            Apply(draft, stage);

        RequiredFilterRuling.Apply(draft);
        TerminalRuling.Apply(draft, form.Terminal);
        return draft.Findings.Count == 0 ? new Ruling(RequestComposer.Compose(draft, form.Terminal), []) : new Ruling(null, draft.Findings);
    }

    private static void Apply(RequestDraft draft, Stage stage)
    {
        switch (stage)
        {
            case WhereStage where:
                WhereRuling.Apply(draft, where);
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
            case SkipStage skip:
                SkipRuling.Apply(draft, skip);
                break;
            case DistinctStage distinct:
                DistinctRuling.Apply(draft, distinct);
                break;
            case ReverseStage reverse:
                ReverseRuling.Apply(draft, reverse);
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
