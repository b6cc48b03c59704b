namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// The sorted rows of relationships that were read lately, so that the pages of a long list do not sort it again each. A view is good as long as neither
/// the identifiers nor the table at the other end have changed.
/// </summary>
internal sealed class RelatedViews
{
    private const int Kept = 64;

    private readonly Dictionary<(StoredResource Parent, string Relationship, string Order), (Row[] Rows, object? Identifiers, int Count, long Version)> _views =
        [];
    private readonly Queue<(StoredResource, string, string)> _ages = new();

    internal Row[] Sorted(StoredResource parent, RelationshipLayout relationship, ResourceTable table, RowOrder order)
    {
        var key = (parent, relationship.Name, order.Name);
        Identifiers identifiers = parent.Related(relationship);
        if (_views.TryGetValue(key, out var view) && view.Identifiers == identifiers.Kept && view.Count == identifiers.Count && view.Version == table.Version)
            return view.Rows;
        Row[] rows = Rows(identifiers, table);
        order.Sort(rows);
        if (!_views.ContainsKey(key))
            _ages.Enqueue(key);
        _views[key] = (rows, identifiers.Kept, identifiers.Count, table.Version);
        if (_ages.Count > Kept)
            _views.Remove(_ages.Dequeue());
        return rows;
    }

    private static Row[] Rows(Identifiers identifiers, ResourceTable table)
    {
        List<Row> rows = new(identifiers.Count);
        for (int i = 0; i < identifiers.Count; i++)
            if (table.Find(identifiers[i]) is { } resource)
                rows.Add(new Row(resource, identifiers.StampAt(i)));
        return [.. rows];
    }
}
