namespace KlaviyoLinq.Rulings.Routes;

/// <summary>Builds the paths of Klaviyo's operations from each other.</summary>
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

    /// <summary>Returns true for the path of a collection or of one resource, false for the path of a relationship.</summary>
    internal static bool IsRoot(string path) => path.IndexOf('{') < 0 || path[path.Length - 1] == '}';
}
