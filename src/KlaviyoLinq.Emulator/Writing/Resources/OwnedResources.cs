using System.Collections.Frozen;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Writing.Resources;

/// <summary>Resources that belong to another one, and are deleted with it.</summary>
internal static class OwnedResources
{
    private static readonly FrozenSet<(string Type, string Relationship)> _owned = FrozenSet.Create(
        ("campaign", "campaign-messages"), ("catalog-item", "variants"), ("coupon", "coupon-codes"), ("flow", "flow-actions"),
        ("flow-action", "flow-messages"), ("form", "form-versions"), ("tag-group", "tags"), ("object-type", "schema-versions"),
        ("object-type", "object-records"), ("object-schema", "source-mapping"), ("profile", "push-tokens"), ("profile", "conversations"),
        ("profile-bulk-import-job", "import-errors"));

    /// <summary>Types whose resources have the id of the resource that they belong to.</summary>
    private static readonly FrozenSet<(string Type, string Owned)> _namesakes = FrozenSet.Create(
        ("campaign", "campaign-send-job"), ("campaign", "campaign-recipient-estimation"), ("campaign", "campaign-recipient-estimation-job"));

    /// <summary>Removes a resource with everything that belongs to it, and all relationships that lead to them.</summary>
    internal static void Remove(ResourceStore store, StoredResource resource)
    {
        foreach (RelationshipLayout relationship in resource.Layout.Relationships)
            if (_owned.Contains((resource.Layout.Type, relationship.Name)))
                foreach (string id in resource.Related(relationship).All().ToArray())
                    if (store.Find(relationship.ResourceType, id) is { } owned)
                        Remove(store, owned);
        foreach ((string type, string owned) in _namesakes)
            if (type == resource.Layout.Type)
                store.Remove(owned, resource.Id);
        Relations.DetachAll(store, resource);
        store.Remove(resource.Layout.Type, resource.Id);
    }
}
