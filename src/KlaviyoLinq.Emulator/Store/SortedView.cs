namespace KlaviyoLinq.Emulator.Store;

/// <summary>
/// The rows of a collection in one order. What was added or removed since the last look is merged in at the next look, so that filling the store
/// costs nothing here and a page costs no sort. A snapshot never changes. The store's lock guards all of it.
/// </summary>
internal sealed class SortedView
{
    private readonly RowOrder _order;
    private readonly List<Row> _added = [];
    private readonly HashSet<StoredResource> _removed = [];
    private Row[] _rows;

    /// <param name="order">The order.</param>
    /// <param name="rows">The rows there are, in any order; the array is the view's from now on.</param>
    internal SortedView(RowOrder order, Row[] rows)
    {
        _order = order;
        _rows = rows;
        order.Sort(rows);
    }

    internal void Add(Row row) => _added.Add(row);

    internal void Remove(StoredResource resource)
    {
        if (_added.RemoveAll(row => row.Resource == resource) == 0)
            _removed.Add(resource);
    }

    internal Row[] Snapshot()
    {
        if (_removed.Count > 0)
            _rows = Array.FindAll(_rows, row => !_removed.Contains(row.Resource));
        _removed.Clear();
        if (_added.Count == 0)
            return _rows;
        Row[] added = [.. _added];
        _added.Clear();
        _order.Sort(added);
        return _rows = Merge(_rows, added);
    }

    private Row[] Merge(Row[] left, Row[] right)
    {
        Row[] merged = new Row[left.Length + right.Length];
        int l = 0;
        int r = 0;
        for (int i = 0; i < merged.Length; i++)
            merged[i] = r == right.Length || (l < left.Length && _order.Compare(left[l], right[r]) <= 0) ? left[l++] : right[r++];
        return merged;
    }
}
