using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq;

/// <summary>
/// Metadata of one revision of Klaviyo's API: its resource types and GET operations with their filters, sort keys, includes,
/// fieldsets, page sizes, rate limits and scopes. Distilled from the official OpenAPI document.
/// </summary>
public abstract partial class KlaviyoCatalogue
{
    private protected KlaviyoCatalogue()
    {
    }

    /// <summary>The revision this catalogue describes, as it is sent in the <c>revision</c> header: <c>2026-07-15</c>.</summary>
    public abstract string Revision { get; }

    /// <summary>All resource types, in the order of their wire names. Facts are read on first use.</summary>
    internal abstract IReadOnlyList<ResourceFacts> Resources { get; }

    /// <summary>All GET operations, in the order of their paths.</summary>
    internal abstract IReadOnlyList<ReadFacts> Reads { get; }

    /// <summary>All operations: the GET operations, and then those that write and the reports, which only the newest revision has here.</summary>
    internal abstract IReadOnlyList<OperationFacts> Operations { get; }

    /// <summary>Finds an operation by its HTTP method and path template (<c>POST</c>, <c>/api/lists</c>), or null.</summary>
    internal abstract OperationFacts? FindOperation(string method, string path);

    /// <summary>The facts of a resource type by its wire name, or null.</summary>
    internal abstract ResourceFacts? FindResource(string type);

    /// <summary>The operation of a path template (<c>/api/profiles/{id}</c>), or null.</summary>
    internal abstract ReadFacts? FindRead(string path);

    /// <summary>The operation that lists all resources of a type (<c>profile</c> → <c>/api/profiles</c>), or null where there is none.</summary>
    internal abstract ReadFacts? FindCollection(string type);

    /// <summary>
    /// The operation that returns one resource of a type by its id (<c>profile</c> → <c>/api/profiles/{id}</c>), or null where there is none.
    /// </summary>
    internal abstract ReadFacts? FindSingle(string type);

    /// <summary>
    /// The operation that writes resources of a type with the private key (<c>list</c>, <c>Create</c> → <c>POST /api/lists</c>), the first by method
    /// and path; null where there is none.
    /// </summary>
    internal abstract WriteFacts? FindWrite(string resourceType, WriteFamily family);

    /// <summary>The catalogue of exactly this revision.</summary>
    /// <param name="revision">A revision as the <c>revision</c> header spells it: <c>2025-07-15</c>.</param>
    /// <returns>The catalogue; null for a revision that the library does not know. The catalogue of another revision is never returned instead.</returns>
    public static KlaviyoCatalogue? For(string revision)
    {
        foreach (KlaviyoCatalogue catalogue in Known)
            if (catalogue.Revision == revision)
                return catalogue;
        return null;
    }

    /// <inheritdoc/>
    public sealed override string ToString() => "Klaviyo API revision " + Revision;
}
