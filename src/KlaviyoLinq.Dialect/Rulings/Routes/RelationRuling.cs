using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Wording;

namespace KlaviyoLinq.Rulings.Routes;

/// <summary>Finds the operation of a relationship that a query starts at by name.</summary>
internal static class RelationRuling
{
    internal static RouteSet Find(QueryForm form, Relation relation, KlaviyoCatalogue catalogue)
    {
        ReadFacts[] operations =
            [.. catalogue.Reads.Where(operation => operation.ParentType == relation.ParentType && operation.Relationship == relation.Name)];
        return (operations.FirstOrDefault(operation => !operation.IdentifiersOnly) ?? operations.FirstOrDefault()) is { } operation
            ? RouteRuling.Find(new QueryForm(operation.Path, form.Stages, form.Terminal) { Key = form.Key, CompanyId = form.CompanyId }, catalogue)
            : Missing(relation.ParentType, relation.Name, relation.Site, catalogue);
    }

    /// <summary>The refusal of a relationship that no operation follows, with the ways that are left.</summary>
    internal static RouteSet Missing(string parentType, string name, Site site, KlaviyoCatalogue catalogue)
    {
        IEnumerable<string> including = catalogue.Reads
            .Where(operation => operation.ResourceType == parentType && operation.Includes.Any(include => include.Relationship == name))
            .Select(operation => $"{Naming.Query(operation)}.Include(…)");
        string? related = catalogue.FindResource(parentType)?.FindRelationship(name)?.ResourceType;
        IEnumerable<string> byId = related is not null && catalogue.FindSingle(related) is { } single
            ? [$"{Naming.Query(single)} with an id of Relationships[\"{name}\"].Identifiers"]
            : [];
        string[] ways = [.. including, .. byId];
        return RouteSet.Blocked(site.Finding(
            KlaviyoFindingCode.RelatedOperationMissing,
            $"Klaviyo has no operation that returns the {name} of one {parentType}.",
            ways.Length == 0 ? "No other request returns it either." : $"Query {Naming.Or(ways)}."));
    }
}
