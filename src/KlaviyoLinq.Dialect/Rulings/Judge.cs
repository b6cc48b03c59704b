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
        Routes routes = RouteRuling.Find(form, catalogue);
        IReadOnlyList<KlaviyoFinding> findings = routes.Obstacle is { } obstacle ? [obstacle] : [];
        foreach (Route route in routes.InOrder())
        {
            Ruling ruling = Rule(route, form, catalogue, grammar);
            if (ruling.Request is not null)
                return ruling;
            if (route == routes.Main)
                findings = ruling.Findings;
        }

        return new Ruling(null, findings);
    }

    private static Ruling Rule(Route route, QueryForm form, KlaviyoCatalogue catalogue, FilterGrammar grammar)
    {
        RequestDraft draft = new(route.Operation, catalogue, grammar) { Query = form.Whole(Naming.Query(route.Operation)) };
        KeyRuling.Apply(draft, route.Key);

        // What may become of alternatives must be known before the first predicate is read, wherever it was written.
        foreach (FanOutStage fanOut in route.Stages.OfType<FanOutStage>())
            FanOutRuling.Apply(draft, fanOut);
        foreach (Stage stage in route.Stages)
            Apply(draft, stage);

        GrammarRuling.Apply(draft);
        RequiredFilterRuling.Apply(draft);
        ParameterRuling.Complete(draft, form.CompanyId);
        IdentifiersRuling.Apply(draft, form.Terminal);
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
            case ResumeStage resume:
                ResumeRuling.Apply(draft, resume);
                break;
            case ParametersStage parameters:
                ParameterRuling.Apply(draft, parameters);
                break;
            case DistanceStage distance:
                DistanceRuling.Apply(draft, distance);
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
