namespace KlaviyoLinq.Model;

/// <summary>Builder of collection expressions: <c>item.Categories = [shoes, boots]</c>. The compiler calls it.</summary>
public static class KlaviyoLinksBuilder
{
    /// <summary>Creates links to resources.</summary>
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
