namespace KlaviyoLinq.Links;

/// <summary>Links that were added and removed.</summary>
internal sealed class LinkEdits
{
    /// <summary>The ids that were added by id alone.</summary>
    internal List<string> Added { get; } = [];

    /// <summary>The resources that were added.</summary>
    internal List<IIdentified> New { get; } = [];

    internal List<string> Removed { get; } = [];

    internal bool IsEmpty => Added.Count + New.Count + Removed.Count == 0;

    internal void Add(string id)
    {
        if (!Removed.Remove(id) && !Added.Contains(id))
            Added.Add(id);
    }

    internal void Add(IIdentified row)
    {
        if (row.Id.Length == 0 || !Removed.Remove(row.Id))
            New.Add(row);
    }

    internal void Remove(string id)
    {
        if (!Added.Remove(id) && New.RemoveAll(row => row.Id == id) == 0)
            Removed.Add(id);
    }

    internal void Remove(IIdentified row)
    {
        if (!New.Remove(row) && row.Id.Length > 0)
            Remove(row.Id);
    }
}
