namespace KlaviyoLinq.Emulator.Store;

/// <summary>Relationships that lead to resources which are not there yet: the way back is laid when they come.</summary>
internal sealed class DanglingLinks
{
    private readonly Dictionary<(string Type, string Id), Dictionary<(RelationshipLayout Inverse, string From), long>> _links = [];

    internal void Note(string type, string id, RelationshipLayout inverse, string from, long stamp)
    {
        if (!_links.TryGetValue((type, id), out var links))
            _links.Add((type, id), links = []);
        links[(inverse, from)] = stamp;
    }

    internal IEnumerable<(RelationshipLayout Inverse, string From, long Stamp)> Take(StoredResource resource) =>
        _links.Remove((resource.Layout.Type, resource.Id), out var links) ? links.Select(link => (link.Key.Inverse, link.Key.From, link.Value)) : [];

    internal void Clear() => _links.Clear();
}
