using System.Runtime.InteropServices;

namespace KlaviyoLinq.Emulator.Store;

/// <summary>All resources of one type and the sorted views of them. The store's lock guards all of it.</summary>
internal sealed class ResourceTable(ResourceLayout layout)
{
    private readonly Dictionary<string, StoredResource> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedView> _views = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Attribute, string? Property, StringComparer Comparer), TextIndex> _indexes = [];

    // A dictionary keeps the order only as long as nothing is taken out of it.
    private bool _hasGaps;
    private long _added;

    internal ResourceLayout Layout { get; } = layout;

    internal int Count => _byId.Count;

    /// <summary>Grows with every change; sorted excerpts of the table are good as long as it stands still.</summary>
    internal long Version { get; private set; }

    /// <summary>All in the order in which they were added.</summary>
    internal IEnumerable<StoredResource> All => _hasGaps ? _byId.Values.OrderBy(resource => resource.Position) : _byId.Values;

    internal StoredResource? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Finds the first resource whose attribute has a text, without regard to case.</summary>
    internal StoredResource? FindBy(LayoutMember member, string text) => Index(member, null, StringComparer.OrdinalIgnoreCase).Find(text);

    /// <summary>Finds every resource whose attribute, or a property of it, has exactly this text.</summary>
    internal StoredResource[] FindAllBy(LayoutMember member, string? property, string text) => Index(member, property, StringComparer.Ordinal).FindAll(text);

    internal void EnsureCapacity(int count) => _byId.EnsureCapacity(count);

    internal void Add(StoredResource resource)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_byId, resource.Id, out bool exists) = resource;
        if (exists)
            throw new InvalidOperationException($"A {Layout.Type} with the id '{resource.Id}' already exists.");
        resource.Position = _added++;
        Version++;
        foreach (SortedView view in _views.Values)
            view.Add(new Row(resource));
        foreach (TextIndex index in _indexes.Values)
            index.Add(resource);
    }

    /// <summary>Puts a resource in the place of the one with the same id.</summary>
    internal void Replace(StoredResource before, StoredResource after)
    {
        _byId[after.Id] = after;
        Version++;
        foreach (SortedView view in _views.Values)
        {
            view.Remove(before);
            view.Add(new Row(after));
        }
        foreach (TextIndex index in _indexes.Values)
        {
            index.Remove(before);
            index.Add(after);
        }
    }

    internal void Remove(StoredResource resource)
    {
        _byId.Remove(resource.Id);
        _hasGaps = true;
        Version++;
        foreach (SortedView view in _views.Values)
            view.Remove(resource);
        foreach (TextIndex index in _indexes.Values)
            index.Remove(resource);
    }

    internal void Clear()
    {
        _byId.Clear();
        _views.Clear();
        _indexes.Clear();
        Version++;
    }

    internal Row[] Sorted(RowOrder order)
    {
        if (!_views.TryGetValue(order.Name, out SortedView? view))
            _views.Add(order.Name, view = new SortedView(order, Rows()));
        return view.Snapshot();
    }

    private TextIndex Index(LayoutMember member, string? property, StringComparer comparer)
    {
        if (_indexes.TryGetValue((member.Name, property, comparer), out TextIndex? index))
            return index;
        _indexes.Add((member.Name, property, comparer), index = new TextIndex(member, property, comparer));
        foreach (StoredResource resource in All)
            index.Add(resource);
        return index;
    }

    private Row[] Rows()
    {
        Row[] rows = new Row[_byId.Count];
        int at = 0;
        foreach (StoredResource resource in _byId.Values)
            rows[at++] = new Row(resource);
        return rows;
    }
}
