namespace KlaviyoLinq.Emulator.Store;

/// <summary>Data of an emulated account: a table for each resource type, and the relationships between their rows, with both ends consistent.</summary>
internal sealed class ResourceStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceTable> _tables;
    private readonly DanglingLinks _dangling = new();
    private readonly IdentifierSets _sets = new();
    private readonly RelatedViews _relatedViews = new();
    private IStoreJournal? _journal;
    private bool _changing;

    internal ResourceStore(IReadOnlyList<ResourceLayout> layouts) =>
        _tables = layouts.ToDictionary(l => l.Type, l => new ResourceTable(l), StringComparer.Ordinal);

    internal IEnumerable<ResourceLayout> Layouts => _tables.Values.Select(table => table.Layout);

    internal ResourceLayout? FindLayout(string type) => _tables.GetValueOrDefault(type)?.Layout;

    /// <summary>An empty store of the same types.</summary>
    internal ResourceStore Another() => new([.. Layouts]);

    /// <summary>Reports every later change to the journal.</summary>
    internal void KeepIn(IStoreJournal journal)
    {
        lock (_lock)
            _journal = journal;
    }

    /// <summary>Changes the store atomically: readers see all of the change or nothing, and so does the journal.</summary>
    internal void Change(Action change)
    {
        lock (_lock)
        {
            if (_changing || _journal is null)
            {
                change();
                return;
            }
            bool done = false;
            _journal.Begin();
            _changing = true;
            try
            {
                change();
                done = true;
            }
            finally
            {
                _changing = false;
                if (!done)
                    _journal.Abandon();
            }
            _journal.Commit();
        }
    }

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

    /// <summary>Finds a resource of a type by the text of an attribute, without regard to case.</summary>
    internal StoredResource? FindBy(string type, string attribute, string text)
    {
        lock (_lock)
            return Table(type) is var table && table.Layout.Find(attribute) is { } member ? table.FindBy(member, text) : null;
    }

    /// <summary>Finds every resource of a type by the exact text of an attribute.</summary>
    internal StoredResource[] FindAllBy(string type, string attribute, string text) => FindAllBy(type, attribute, null, text);

    /// <summary>Finds every resource of a type by the exact text of a property of an attribute, which is an object.</summary>
    internal StoredResource[] FindAllBy(string type, string attribute, string? property, string text)
    {
        lock (_lock)
            return Table(type) is var table && table.Layout.Find(attribute) is { } member ? table.FindAllBy(member, property, text) : [];
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
            _journal?.Added(resource);
            foreach ((RelationshipLayout relationship, string id, long stamp) in _dangling.Take(resource))
                if (Table(relationship.ResourceType).Find(id) is not null)
                    Append(resource, relationship, id, stamp);
        }
    }

    /// <summary>Replaces the attributes of a resource; it keeps its relationships and its place.</summary>
    internal void Replace(StoredResource resource) => Change(() =>
    {
        ResourceTable table = Table(resource.Layout.Type);
        StoredResource before = table.Find(resource.Id)
            ?? throw new InvalidOperationException($"There is no {resource.Layout.Type} with the id '{resource.Id}'.");
        resource.Succeed(before);
        table.Replace(before, resource);
        _journal?.Changed(resource);
    });

    /// <summary>Ends a relationship between two resources, at both ends where it has two.</summary>
    /// <returns>False when they were not related.</returns>
    internal bool Unrelate(StoredResource resource, RelationshipLayout relationship, string id)
    {
        bool related = false;
        Change(() =>
        {
            related = resource.Related(relationship).Contains(id);
            if (!related)
                return;
            Detach(resource, relationship, id);
            if (InverseOf(relationship) is { } inverse && Table(relationship.ResourceType).Find(id) is { } target)
                Detach(target, inverse, resource.Id);
        });
        return related;
    }

    internal bool Remove(string type, string id)
    {
        bool removed = false;
        Change(() => removed = TryRemove(type, id));
        return removed;
    }

    internal void Clear() => Change(() =>
    {
        foreach (ResourceTable table in _tables.Values)
            table.Clear();
        _dangling.Clear();
        _journal?.Cleared();
    });

    /// <summary>Relates two resources, at both ends where the relationship has two. The other need not exist yet.</summary>
    internal void Relate(StoredResource resource, RelationshipLayout relationship, string id, long stamp = 0)
    {
        lock (_lock)
        {
            StoredResource? target = Table(relationship.ResourceType).Find(id);
            RelationshipLayout? inverse = InverseOf(relationship);
            if (AreRelated(resource, relationship, id, inverse is null ? null : target, inverse))
            {
                if (stamp != 0 && Remembers(relationship))
                    Stamp(resource, relationship, id, stamp);
                return;
            }
            Append(resource, relationship, target?.Id ?? id, stamp);
            if (inverse is null)
                return;
            if (target is null)
                _dangling.Note(relationship.ResourceType, id, inverse, resource.Id, stamp);
            else
                Append(target, inverse, resource.Id, stamp);
        }
    }

    /// <summary>Takes over everything that another store holds, relationships in their order; what has the same type and id is replaced.</summary>
    internal void TakeOver(ResourceStore other) => Change(() =>
    {
        (StoredResource From, StoredResource To)[] copies =
            [.. other.Layouts.SelectMany(layout => other.All(layout.Type)).Select(resource => (resource, resource.WithoutRelationships()))];
        foreach ((_, StoredResource to) in copies)
        {
            TryRemove(to.Layout.Type, to.Id);
            Add(to);
        }
        foreach ((StoredResource from, StoredResource to) in copies)
            foreach (RelationshipLayout relationship in from.Layout.Relationships)
            {
                Identifiers identifiers = from.Related(relationship);
                for (int i = 0; i < identifiers.Count; i++)
                    Restore(to, relationship, identifiers[i], identifiers.StampAt(i));
            }
    });

    /// <summary>Lays one end of a relationship as it was kept; the other end is kept as well.</summary>
    internal void Restore(StoredResource resource, RelationshipLayout relationship, string id, long stamp)
    {
        lock (_lock)
        {
            StoredResource? target = Table(relationship.ResourceType).Find(id);
            Append(resource, relationship, target?.Id ?? id, stamp);
            if (target is null && InverseOf(relationship) is { } inverse)
                _dangling.Note(relationship.ResourceType, id, inverse, resource.Id, stamp);
        }
    }

    private bool TryRemove(string type, string id)
    {
        if (_tables.GetValueOrDefault(type)?.Find(id) is not { } resource)
            return false;
        foreach (RelationshipLayout relationship in resource.Layout.Relationships)
            foreach (string other in resource.Related(relationship).All().ToArray())
                if (InverseOf(relationship) is { } inverse && Table(relationship.ResourceType).Find(other) is { } target)
                    Detach(target, inverse, id);
        Table(type).Remove(resource);
        _journal?.Removed(resource);
        return true;
    }

    private void Detach(StoredResource resource, RelationshipLayout relationship, string id)
    {
        resource.SetRelated(relationship, resource.Related(relationship).Without(id));
        _journal?.Unrelated(resource, relationship, id);
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
        resource.SetRelated(relationship, known.With(id, Remembers(relationship) ? stamp : 0, _sets));
        _journal?.Related(resource, relationship, id, stamp);
    }

    /// <summary>A member that is known from its own end is known without the moment at which it joined, which only the group records.</summary>
    private void Stamp(StoredResource resource, RelationshipLayout relationship, string id, long stamp)
    {
        resource.SetRelated(relationship, resource.Related(relationship).Stamped(id, stamp));
        _journal?.Stamped(resource, relationship, id, stamp);
    }

    // Of the two ends of a membership only the group remembers since when: it is the group whose members are requested by it.
    private static bool Remembers(RelationshipLayout relationship) => relationship.ResourceType == "profile";

    private RelationshipLayout? InverseOf(RelationshipLayout relationship) =>
        relationship.Inverse is { } inverse ? Table(relationship.ResourceType).Layout.FindRelationship(inverse) : null;

    private ResourceTable Table(string type) => _tables[type];
}
