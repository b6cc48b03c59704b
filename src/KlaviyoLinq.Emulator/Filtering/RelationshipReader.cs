using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Filtering;

/// <summary>The identifiers of a relationship: <c>metric_id</c>, <c>coupon.id</c>, <c>has(profile)</c>.</summary>
internal sealed class RelationshipReader(RelationshipLayout relationship) : FieldReader
{
    internal override bool Any(in Row row, ValueTest test)
    {
        Identifiers identifiers = row.Resource.Related(relationship);
        for (int i = 0; i < identifiers.Count; i++)
            if (IdReader.Holds(identifiers[i], test))
                return true;
        return false;
    }
}
