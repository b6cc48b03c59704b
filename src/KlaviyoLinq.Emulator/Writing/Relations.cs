using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing;

/// <summary>Changes relationships of resources.</summary>
internal static class Relations
{
    /// <summary>Relates a resource to these others alone.</summary>
    internal static void Replace(ResourceStore store, StoredResource resource, RelationshipLayout relationship, IReadOnlyCollection<string> ids)
    {
        foreach (string former in resource.Related(relationship).All().ToArray())
            if (!ids.Contains(former))
                store.Unrelate(resource, relationship, former);
        foreach (string id in ids)
            Add(store, resource, relationship, id);
    }

    /// <summary>Relates two resources. An end that leads to one resource only leads to the new one.</summary>
    internal static void Add(ResourceStore store, StoredResource resource, RelationshipLayout relationship, string id, long stamp = 0)
    {
        if (!relationship.ToMany && resource.Related(relationship) is { Count: > 0 } former && former[0] != id)
            store.Unrelate(resource, relationship, former[0]);
        if (relationship.Inverse is { } name && store.Find(relationship.ResourceType, id) is { } target
            && target.Layout.FindRelationship(name) is { ToMany: false } inverse
            && target.Related(inverse) is { Count: > 0 } back && back[0] != resource.Id)
            store.Unrelate(target, inverse, back[0]);
        store.Relate(resource, relationship, id, stamp);
    }

    /// <summary>Ends the relationships that lead to a resource and that it does not know of.</summary>
    internal static void DetachAll(ResourceStore store, StoredResource resource)
    {
        foreach (ResourceLayout layout in store.Layouts)
            foreach (RelationshipLayout relationship in layout.Relationships)
                if (relationship.Inverse is null && relationship.ResourceType == resource.Layout.Type)
                    foreach (StoredResource other in store.All(layout.Type))
                        store.Unrelate(other, relationship, resource.Id);
    }
}
