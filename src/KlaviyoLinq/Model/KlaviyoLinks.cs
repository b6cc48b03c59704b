using System.Collections;
using System.Runtime.CompilerServices;
using KlaviyoLinq.Links;

namespace KlaviyoLinq.Model;

/// <summary>
/// Links of a to-many relationship that Klaviyo has an operation for. Enumerating shows the included resources and those that were added; adding and removing
/// needs no reading before.
/// </summary>
/// <typeparam name="T">The resource type.</typeparam>
[CollectionBuilder(typeof(KlaviyoLinksBuilder), nameof(KlaviyoLinksBuilder.Create))]
public sealed class KlaviyoLinks<T> : IReadOnlyList<T>, IEditableLinks
    where T : KlaviyoResource
{
    private readonly List<T> _rows = [];
    private LinkEdits? _edits;

    /// <summary>Initializes links to nothing.</summary>
    public KlaviyoLinks()
    {
    }

    /// <summary>The number of resources that are shown. Those added by id alone are not counted.</summary>
    public int Count => _rows.Count;

    /// <summary>Indicates whether links were added or removed since they were read or saved.</summary>
    public bool HasChanges => _edits is { IsEmpty: false };

    /// <summary>The ids that were added since the links were read or saved.</summary>
    public IReadOnlyCollection<string> AddedIds => [.. _edits?.Added ?? [], .. _edits?.New.Select(row => row.Id).Where(id => id.Length > 0) ?? []];

    /// <summary>The ids that were removed since the links were read or saved.</summary>
    public IReadOnlyCollection<string> RemovedIds => _edits?.Removed ?? (IReadOnlyCollection<string>)[];

    /// <inheritdoc/>
    public T this[int index] => _rows[index];

    /// <summary>Adds a link to a resource, which may be new.</summary>
    /// <param name="row">The resource.</param>
    public void Add(T row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_rows.Contains(row))
            return;
        _rows.Add(row);
        (_edits ??= new LinkEdits()).Add(row);
    }

    /// <summary>Adds a link to the resource of an id.</summary>
    /// <param name="id">The id.</param>
    public void Add(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        (_edits ??= new LinkEdits()).Add(id);
    }

    /// <summary>Adds links to resources.</summary>
    /// <param name="rows">The resources.</param>
    public void AddRange(IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (T row in rows)
            Add(row);
    }

    /// <summary>Removes the link to a resource, whether or not it was read.</summary>
    /// <param name="row">The resource.</param>
    /// <returns>Whether it was among those shown.</returns>
    public bool Remove(T row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (_edits ??= new LinkEdits()).Remove(row);
        return _rows.Remove(row);
    }

    /// <summary>Removes the link to the resource of an id, whether or not it was read.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it was among those shown.</returns>
    public bool Remove(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        (_edits ??= new LinkEdits()).Remove(id);
        return _rows.RemoveAll(row => row.Id == id) > 0;
    }

    /// <summary>Removes the links to all resources that are shown.</summary>
    public void Clear()
    {
        foreach (T row in _rows.ToArray())
            Remove(row);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    IEnumerable<(string Type, string Id)> IEditableLinks.Identifiers =>
    [
        .. _rows.Select(row => (row.ResourceType, row.Id)),
        .. (_edits?.Added ?? []).Where(id => _rows.All(row => row.Id != id)).Select(id => (MemberMap.TypeOf(typeof(T))!, id)),
    ];

    /// <summary>Returns the links in a field, or new ones that it then has.</summary>
    internal static KlaviyoLinks<T> Own(ref KlaviyoLinks<T>? field) => field ??= new KlaviyoLinks<T>();

    /// <summary>Returns links as they were received.</summary>
    internal static KlaviyoLinks<T> Of(IReadOnlyList<KlaviyoResource> rows)
    {
        var links = new KlaviyoLinks<T>();
        links._rows.AddRange(rows.OfType<T>());
        return links;
    }

    void IEditableLinks.AcceptChanges() => _edits = null;
}
