using KlaviyoLinq.Forms;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>
/// <c>SelectMany</c> from one resource, named by its id, to a related collection of it:
/// <c>klaviyo.Lists.Where(l => l.Id == id).SelectMany(l => l.Profiles)</c> asks what <c>klaviyo.Lists[id].Profiles</c> asks.
/// </summary>
internal static class SelectManyRuling
{
    internal static RouteSet Find(QueryForm form, KlaviyoCatalogue catalogue)
    {
        Stage[] before = [.. form.Stages.TakeWhile(stage => stage is not SelectManyStage)];
        Stage[] after = [.. form.Stages.Skip(before.Length + 1)];
        SelectManyStage stage = (SelectManyStage)form.Stages[before.Length];
        Site site = stage.Site.At(stage.Collection.Fragment);

        if (stage.Collection is not MemberTerm { Path.Segments: [{ Kind: SegmentKind.Relationship } relationship] })
            return Blocked(site, $"'{stage.Collection.Fragment}' is not a relationship of the queried resource.");
        if (form.Relation is not null || !PathTemplate.IsRoot(form.OperationPath) || after.Any(later => later is SelectManyStage))
            return Blocked(site, "Klaviyo returns the resources related to one resource; one request does not follow a second relationship.");
        if (Key(form, before) is not { } key)
            return Blocked(site, "Klaviyo returns the resources related to one resource, named by its id, not to all resources that satisfy a condition.");

        string related = PathTemplate.OfRelated(form.OperationPath, relationship.WireName);
        string path = catalogue.FindRead(related) is null ? PathTemplate.OfIdentifiers(related) : related;
        return catalogue.FindRead(path) is null
            ? Blocked(site, $"Klaviyo has no operation GET {related}.")
            : RouteRuling.Find(new QueryForm(path, after, form.Terminal) { Key = key }, catalogue);
    }

    private static ResourceKey? Key(QueryForm form, Stage[] before)
    {
        if (form.Key is not null)
            return before.Length == 0 ? form.Key : null;
        return IdCondition.TryTake(before, out ResourceKey? key, out IReadOnlyList<Stage> rest) && rest.Count == 0 ? key : null;
    }

    private static RouteSet Blocked(Site site, string reason) => RouteSet.Blocked(site.Finding(
        KlaviyoFindingCode.SelectManyNotTranslatable,
        reason,
        "Start at one resource: klaviyo.Lists[id].Profiles, or Where(l => l.Id == id).SelectMany(l => l.Profiles). For several, run one query for each id."));
}
