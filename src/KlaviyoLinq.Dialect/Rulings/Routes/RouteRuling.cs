using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>
/// Selects the operations that can answer a query. Most queries have one. A condition on the id can also be expressed in the path
/// (<c>/api/profiles/{id}</c>), and a query that needs only ids can use the operation that returns only those
/// (<c>/api/lists/{id}/relationships/profiles</c>).
/// </summary>
internal static class RouteRuling
{
    internal static RouteSet Find(QueryForm form, KlaviyoCatalogue catalogue)
    {
        if (form.Stages.Any(stage => stage is SelectManyStage))
            return SelectManyRuling.Find(form, catalogue);
        if (form.Relation is { } relation)
            return RelationRuling.Find(form, relation, catalogue);

        if (catalogue.FindRead(form.OperationPath) is not { } operation)
            return MissingFrom(catalogue, form);
        if (form.Key is not null)
            return OfPath(operation, form, catalogue);
        return operation.Path.IndexOf('{') < 0 ? OfCollection(operation, form, catalogue) : OfMissingCollection(operation, form, catalogue);
    }

    // The model is that of the newest revision, so a query may be written for what an older one has not.
    private static RouteSet MissingFrom(KlaviyoCatalogue catalogue, QueryForm form)
    {
        string[] revisions = [.. KlaviyoCatalogue.Known.Where(known => known.FindRead(form.OperationPath) is not null).Select(known => known.Revision)];
        return RouteSet.Blocked(form.Whole("GET " + form.OperationPath).Finding(
            KlaviyoFindingCode.OperationNotInRevision,
            $"Revision {catalogue.Revision} has no operation GET {form.OperationPath}.",
            revisions.Length == 0
                ? "No revision that the library knows has it."
                : $"Set KlaviyoOptions.Revision to one that has it: {Naming.List(revisions)}."));
    }

    private static RouteSet OfPath(ReadFacts operation, QueryForm form, KlaviyoCatalogue catalogue)
    {
        ReadFacts? identifiers = operation.Relationship is not null && !operation.IdentifiersOnly && NeedsIdsOnly(form)
            ? catalogue.FindRead(PathTemplate.OfIdentifiers(operation.Path))
            : null;
        return new RouteSet
        {
            Main = new Route(operation, form.Key, form.Stages),
            Shortcut = identifiers is null ? null : new Route(identifiers, form.Key, form.Stages),
        };
    }

    // The collection answers where it can: it has the filters and sort keys. What it does not list by id can only be requested by path.
    private static RouteSet OfCollection(ReadFacts collection, QueryForm form, KlaviyoCatalogue catalogue)
    {
        Route main = new(collection, null, form.Stages);
        if (!IdCondition.TryTake(form.Stages, out ResourceKey? key, out IReadOnlyList<Stage> rest) || Single(collection, catalogue) is not { } single)
            return new RouteSet { Main = main };
        Route byPath = new(single, key, rest);
        return IdCondition.IsListedBy(collection, catalogue) ? new RouteSet { Main = main, Detour = byPath } : new RouteSet { Main = byPath };
    }

    // A public key does not open what a private one does: a query of the /client family never leaves it.
    private static ReadFacts? Single(ReadFacts collection, KlaviyoCatalogue catalogue) =>
        catalogue.FindSingle(collection.ResourceType) is { } single && single.IsClient == collection.IsClient ? single : null;

    private static RouteSet OfMissingCollection(ReadFacts single, QueryForm form, KlaviyoCatalogue catalogue)
    {
        if (IdCondition.TryTake(form.Stages, out ResourceKey? key, out IReadOnlyList<Stage> rest))
            return new RouteSet { Main = new Route(single, key, rest) };
        IEnumerable<string> ways = catalogue.Reads
            .Where(operation => operation.ResourceType == single.ResourceType && !operation.IdentifiersOnly && operation.IsClient == single.IsClient)
            .Select(Naming.Query);
        return RouteSet.Blocked(form.Whole(Naming.Set(single)).Finding(
            KlaviyoFindingCode.CollectionMissing,
            $"Klaviyo has no operation that lists all {single.ResourceType} resources.",
            $"Query {Naming.Or(ways)}."));
    }

    // Any and Count look at nothing else than whether there is a resource.
    private static bool NeedsIdsOnly(QueryForm form) =>
        form.Terminal is TerminalKind.Any or TerminalKind.Count
        || form.Stages.OfType<SelectStage>().Any(select => select.Reads.All(read => read.Path.Segments is [{ Kind: SegmentKind.Id }]));
}
