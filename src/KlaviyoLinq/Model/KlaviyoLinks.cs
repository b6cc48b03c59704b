namespace KlaviyoLinq.Model;

/// <summary>Editable links of a to-many relationship, whatever their type.</summary>
public abstract class KlaviyoLinks
{
    private protected KlaviyoLinks()
    {
    }

    /// <summary>Indicates whether links were added or removed since they were read or saved.</summary>
    public abstract bool HasChanges { get; }

    /// <summary>The types and ids of the resources that are linked, those that were added by id alone included.</summary>
    internal abstract IEnumerable<(string Type, string Id)> Identifiers { get; }

    internal abstract void AcceptChanges();

    /// <summary>Creates links to resources; the target of collection expressions: <c>Categories = [shoes, boots]</c>.</summary>
    /// <typeparam name="T">The resource type.</typeparam>
    /// <param name="rows">The resources.</param>
    public static KlaviyoLinks<T> Create<T>(ReadOnlySpan<T> rows)
        where T : KlaviyoResource
    {
        var links = new KlaviyoLinks<T>();
        foreach (T row in rows)
            links.Add(row);
        return links;
    }
}
