using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>A field of the resources at the other end of a relationship: <c>messages.channel</c>, <c>push_token</c>.</summary>
internal sealed class RelatedFieldReader(ResourceStore store, RelationshipLayout relationship, FieldReader field) : FieldReader
{
    internal override bool Any(in Row row, ValueTest test)
    {
        Identifiers identifiers = row.Resource.Related(relationship);
        for (int i = 0; i < identifiers.Count; i++)
            if (store.Find(relationship.ResourceType, identifiers[i]) is { } related && field.Any(new Row(related), test))
                return true;
        return false;
    }
}
