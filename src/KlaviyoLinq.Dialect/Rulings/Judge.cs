using KlaviyoLinq.Drafts;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Rulings.Grammars;
using KlaviyoLinq.Rulings.Paging;
using KlaviyoLinq.Rulings.Routes;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings;

/// <summary>
/// Decides what Klaviyo can answer. The only place that does: the provider at run time and the analyzer at compile time both bring
/// their reading of a query here and take the ruling. A table of contents; each operator's law stands in a file of its own.
/// </summary>
internal static class Judge
{
    internal static Ruling Rule(QueryForm form, KlaviyoCatalogue catalogue, FilterGrammar grammar = FilterGrammar.Published)
    {
        RouteSet routes = RouteRuling.Find(form, catalogue);
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
        foreach (Stage stage in route.Stages.OrderBy(stage => stage is FanOutStage ? 0 : 1))
            StageRulings.Apply(draft, stage);

        GrammarRuling.Apply(draft);
        RequiredFilterRuling.Apply(draft);
        ParameterRuling.Complete(draft, form.CompanyId);
        IdentifiersRuling.Apply(draft, form.Terminal);
        TerminalRuling.Apply(draft, form.Terminal);
        KlaviyoRequest? request = draft.Findings.Count == 0 ? BranchRuling.Apply(draft, RequestComposer.Compose(draft, form.Terminal)) : null;
        return draft.Findings.Count == 0 ? new Ruling(request, []) : new Ruling(null, draft.Findings);
    }
}
