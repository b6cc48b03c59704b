using System.Text;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.JsonApi;

/// <summary>
/// The relationships of one document. They are collected while it is read, because what they refer to may come later, and connected when all
/// resources are there: within a document, one type and id is one object.
/// </summary>
internal sealed class Linkage
{
    private readonly List<RelationshipLink> _links = [];
    private readonly List<(string Type, string Id)> _identifiers = [];
    private readonly List<string> _names = [];
    private readonly List<string> _types = [];

    /// <summary>A relationship follows whose identifiers are known, be they none.</summary>
    internal void Begin(KlaviyoResource owner, ReadOnlySpan<byte> name, bool isToMany) =>
        _links.Add(new RelationshipLink(owner, NameOf(name), isToMany, _identifiers.Count));

    /// <summary>An identifier of the relationship begun last.</summary>
    internal void Add(string type, string id)
    {
        _identifiers.Add((type, id));
        if (!_types.Contains(type))
            _types.Add(type);
    }

    /// <summary>Fills the navigations of all resources.</summary>
    internal void Connect(IReadOnlyList<KlaviyoResource> resources, IReadOnlyList<KlaviyoResource> included)
    {
        if (_links.Count == 0)
            return;

        Dictionary<(string Type, string Id), KlaviyoResource> known = [];
        Index(resources, known);
        Index(included, known);
        for (int i = 0; i < _links.Count; i++)
        {
            int end = i + 1 < _links.Count ? _links[i + 1].FirstIdentifier : _identifiers.Count;
            if (_links[i].IsToMany)
                ConnectToMany(_links[i], end, known);
            else
                ConnectToOne(_links[i], end, known);
        }
    }

    // Most pages refer to nothing that is in them (events name their metric and profile without including them): those need no index.
    private void Index(IReadOnlyList<KlaviyoResource> resources, Dictionary<(string Type, string Id), KlaviyoResource> known)
    {
        for (int i = 0; i < resources.Count; i++)
        {
            if (_types.Contains(resources[i].ResourceType))
                known.TryAdd((resources[i].ResourceType, resources[i].Id), resources[i]);
        }
    }

    private void ConnectToOne(RelationshipLink link, int end, Dictionary<(string Type, string Id), KlaviyoResource> known)
    {
        if (link.FirstIdentifier == end)
        {
            link.Owner.TryAttach(link.Name, null, null);
            return;
        }

        (string Type, string Id) identifier = _identifiers[link.FirstIdentifier];
        link.Owner.TryAttach(link.Name, identifier.Id, known.GetValueOrDefault(identifier));
    }

    private void ConnectToMany(RelationshipLink link, int end, Dictionary<(string Type, string Id), KlaviyoResource> known)
    {
        var related = new List<KlaviyoResource>(end - link.FirstIdentifier);
        for (int i = link.FirstIdentifier; i < end; i++)
        {
            if (known.TryGetValue(_identifiers[i], out KlaviyoResource? resource))
                related.Add(resource);
        }

        link.Owner.TryAttach(link.Name, related);
    }

    // A page says the same few names over and over; each becomes a string once.
    private string NameOf(ReadOnlySpan<byte> utf8)
    {
        foreach (string known in _names)
        {
            if (Ascii.Equals(utf8, known))
                return known;
        }

        string name = Encoding.UTF8.GetString(utf8);
        _names.Add(name);
        return name;
    }
}
