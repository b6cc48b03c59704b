namespace KlaviyoLinq.Emulator.Store;

/// <summary>Everything the emulated account holds: a table for each resource type, and the relationships between their rows with both ends kept in step.</summary>
internal sealed class ResourceStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceTable> _tables;
    private readonly DanglingLinks _dangling = new();
    private readonly IdentifierSets _sets = new();
    private readonly RelatedViews _relatedViews = new();

    internal ResourceStore(IReadOnlyList<ResourceLayout> layouts) =>
        _tables = layouts.ToDictionary(l => l.Type, l => new ResourceTable(l), StringComparer.Ordinal);

    internal IEnumerable<ResourceLayout> Layouts => _tables.Values.Select(table => table.Layout);

    internal ResourceLayout? FindLayout(string type) => _tables.GetValueOrDefault(type)?.Layout;

    internal int Count(string type)
    {
        lock (_lock)
            return Table(type).Count;
    }

    internal StoredResource? Find(string type, string id)
    {
        lock (_lock)
            return _tables.GetValueOrDefault(type)?.Find(id);
    }

    /// <summary>All resources of a type in the order in which they were added.</summary>
    internal StoredResource[] All(string type)
    {
        lock (_lock)
            return [.. Table(type).All];
    }

    /// <summary>All rows of a type in an order; the array never changes.</summary>
    internal Row[] Sorted(string type, RowOrder order)
    {
        lock (_lock)
            return Table(type).Sorted(order);
    }

    /// <summary>The rows at the other end of a relationship in an order; identifiers that lead nowhere are left out.</summary>
    internal Row[] Sorted(StoredResource parent, RelationshipLayout relationship, RowOrder order)
    {
        lock (_lock)
            return _relatedViews.Sorted(parent, relationship, Table(relationship.ResourceType), order);
    }

    internal void EnsureCapacity(string type, int count)
    {
        lock (_lock)
            Table(type).EnsureCapacity(count);
    }

    internal void Add(StoredResource resource)
    {
        lock (_lock)
        {
            Table(resource.Layout.Type).Add(resource);
            foreach ((RelationshipLayout relationship, string id, long stamp) in _dangling.Take(resource))
                if (Table(relationship.ResourceType).Find(id) is not null)
                    Append(resource, relationship, id, stamp);
        }
    }

    internal bool Remove(string type, string id)
    {
        lock (_lock)
        {
            if (_tables.GetValueOrDefault(type)?.Find(id) is not { } resource)
                return false;
            foreach (RelationshipLayout relationship in resource.Layout.Relationships)
                foreach (string other in resource.Related(relationship).All().ToArray())
                    if (InverseOf(relationship) is { } inverse && Table(relationship.ResourceType).Find(other) is { } target)
                        target.SetRelated(inverse, target.Related(inverse).Without(id));
            Table(type).Remove(resource);
            return true;
        }
    }

    /// <summary>Relates two resources, at both ends where the relationship has two. The other need not exist yet.</summary>
    internal void Relate(StoredResource resource, RelationshipLayout relationship, string id, long stamp = 0)
    {
        lock (_lock)
        {
            StoredResource? target = Table(relationship.ResourceType).Find(id);
            RelationshipLayout? inverse = InverseOf(relationship);
            if (AreRelated(resource, relationship, id, inverse is null ? null : target, inverse))
                return;
            Append(resource, relationship, target?.Id ?? id, stamp);
            if (inverse is null)
                return;
            if (target is null)
                _dangling.Note(relationship.ResourceType, id, inverse, resource.Id, stamp);
            else
                Append(target, inverse, resource.Id, stamp);
        }
    }

    /// <summary>Looks at the end that has less: a list may have a million members, but none of them is in a million lists.</summary>
    private static bool AreRelated(StoredResource resource, RelationshipLayout relationship, string id, StoredResource? target, RelationshipLayout? inverse)
    {
        Identifiers known = resource.Related(relationship);
        Identifiers back = target is null ? default : target.Related(inverse!);
        return target is not null && back.Count < known.Count ? back.Contains(resource.Id) : known.Contains(id);
    }

    private void Append(StoredResource resource, RelationshipLayout relationship, string id, long stamp)
    {
        Identifiers known = relationship.ToMany ? resource.Related(relationship) : default;
        // Of the two ends of a membership only the group remembers since when: it is the group whose members are asked for by it.
        resource.SetRelated(relationship, known.With(id, relationship.ResourceType == "profile" ? stamp : 0, _sets));
    }

    private RelationshipLayout? InverseOf(RelationshipLayout relationship) =>
        relationship.Inverse is { } inverse ? Table(relationship.ResourceType).Layout.FindRelationship(inverse) : null;

    private ResourceTable Table(string type) => _tables[type];
}
