namespace KlaviyoLinq.Emulator.Store;

/// <summary>Relationships that lead to resources which are not there yet: the way back is laid when they come.</summary>
internal sealed class DanglingLinks
{
    private readonly Dictionary<(string Type, string Id), List<(RelationshipLayout Inverse, string From, long Stamp)>> _links = [];

    internal void Note(string type, string id, RelationshipLayout inverse, string from, long stamp)
    {
        if (!_links.TryGetValue((type, id), out var links))
            _links.Add((type, id), links = []);
        links.Add((inverse, from, stamp));
    }

    internal IReadOnlyList<(RelationshipLayout Inverse, string From, long Stamp)> Take(StoredResource resource) =>
        _links.Remove((resource.Layout.Type, resource.Id), out var links) ? links : [];
}
