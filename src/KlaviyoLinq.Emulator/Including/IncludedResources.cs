using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Including;

/// <summary>Gathers the resources that a page's relationships lead to: each once, in the order in which the page comes upon them.</summary>
internal static class IncludedResources
{
    internal static List<Row> Of(IReadOnlyList<Row> page, IReadOnlyList<IncludeFacts> includes, ResourceStore store)
    {
        HashSet<StoredResource> seen = [.. page.Select(row => row.Resource)];
        List<Row> included = [];
        foreach (Row row in page)
            foreach (IncludeFacts include in includes)
                if (row.Resource.Layout.FindRelationship(include.Relationship) is { } relationship)
                    foreach (string id in row.Resource.Related(relationship).All())
                        if (store.Find(relationship.ResourceType, id) is { } related && seen.Add(related))
                            included.Add(new Row(related));
        return included;
    }
}
