using System.Collections;

namespace KlaviyoLinq.Model;

/// <summary>
/// The relationships of a resource, by their wire names: those its class has, and those the answer held beyond them. Made when it is requested; it
/// shows what is known at that moment.
/// </summary>
public sealed class ResourceRelationships : IReadOnlyCollection<ResourceRelationship>
{
    private readonly KlaviyoResource _resource;
    private readonly List<ResourceRelationship> _all = [];

    internal ResourceRelationships(KlaviyoResource resource)
    {
        _resource = resource;
        RelationshipRecord? record = resource.Record;
        foreach (string name in RelationshipNames.Of(resource.GetType()))
        {
            if (record?.Outline.IndexOf(name) is not >= 0)
                _all.Add(new ResourceRelationship(name));
        }

        for (int i = 0; i < record?.Outline.Entries.Length; i++)
            _all.Add(record.Describe(i, resource.Id));
    }

    /// <summary>Number of relationships, received or not.</summary>
    public int Count => _all.Count;

    /// <summary>The relationship of a name.</summary>
    /// <param name="name">The name on the wire: <c>campaign-messages</c>.</param>
    /// <exception cref="ArgumentException">The resource has no such relationship; the message says which it has.</exception>
    public ResourceRelationship this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return _all.Find(relationship => relationship.Name == name)
                ?? (_resource is UnknownResource ? new ResourceRelationship(name) : throw Missing(name));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<ResourceRelationship> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ArgumentException Missing(string name) => new(
        $"A resource of type {_resource.ResourceType} has no relationship '{name}'. "
            + (_all.Count == 0 ? "It has none at all." : $"It has: {string.Join(", ", _all.Select(r => r.Name))}."),
        nameof(name));
}
