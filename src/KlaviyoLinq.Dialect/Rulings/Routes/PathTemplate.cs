namespace KlaviyoLinq.Rulings.Routes;

/// <summary>How the paths of Klaviyo's operations are built from each other.</summary>
internal static class PathTemplate
{
    /// <summary><c>/api/lists/{id}/profiles</c> → <c>/api/lists/{id}/relationships/profiles</c>.</summary>
    internal static string OfIdentifiers(string related) => related.Insert(related.LastIndexOf('/'), "/relationships");

    /// <summary><c>/api/lists</c> or <c>/api/lists/{id}</c> with <c>profiles</c> → <c>/api/lists/{id}/profiles</c>.</summary>
    internal static string OfRelated(string parent, string relationship)
    {
        int key = parent.IndexOf("/{", StringComparison.Ordinal);
        return (key < 0 ? parent : parent.Substring(0, key)) + "/{id}/" + relationship;
    }

    /// <summary>Whether the path names one resource or a collection, and no relationship of one.</summary>
    internal static bool IsRoot(string path) => path.IndexOf('{') < 0 || path[path.Length - 1] == '}';
}
