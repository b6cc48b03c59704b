using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Catalogue.Generated;

namespace KlaviyoLinq;

/// <summary>
/// What Klaviyo understands at one revision of its API: its resource types and GET operations with their filters, sort keys, includes,
/// fieldsets, page sizes, rate limits and scopes. Distilled from the official OpenAPI document.
/// </summary>
public abstract class KlaviyoCatalogue
{
    private protected KlaviyoCatalogue()
    {
    }

    /// <summary>The catalogue of revision 2026-07-15, the newest one this version of the library knows.</summary>
    public static KlaviyoCatalogue Revision20260715 => Catalogue20260715.Instance;

    /// <summary>The catalogue of revision 2026-04-15.</summary>
    public static KlaviyoCatalogue Revision20260415 => Catalogue20260415.Instance;

    /// <summary>The catalogue of revision 2026-01-15.</summary>
    public static KlaviyoCatalogue Revision20260115 => Catalogue20260115.Instance;

    /// <summary>The catalogue of revision 2025-07-15.</summary>
    public static KlaviyoCatalogue Revision20250715 => Catalogue20250715.Instance;

    /// <summary>The catalogue of revision 2024-07-15.</summary>
    public static KlaviyoCatalogue Revision20240715 => Catalogue20240715.Instance;

    /// <summary>The catalogue of revision 2023-07-15.</summary>
    public static KlaviyoCatalogue Revision20230715 => Catalogue20230715.Instance;

    /// <summary>The catalogue of revision 2022-10-17.</summary>
    public static KlaviyoCatalogue Revision20221017 => Catalogue20221017.Instance;

    /// <summary>The catalogues of all revisions this version of the library knows, the newest first.</summary>
    public static IReadOnlyList<KlaviyoCatalogue> Known { get; } =
        [Revision20260715, Revision20260415, Revision20260115, Revision20250715, Revision20240715, Revision20230715, Revision20221017];

    /// <summary>The revision this catalogue describes, as it is sent in the <c>revision</c> header: <c>2026-07-15</c>.</summary>
    public abstract string Revision { get; }

    /// <summary>All resource types, in the order of their wire names. Facts are made when they are first asked for.</summary>
    internal abstract IReadOnlyList<ResourceFacts> Resources { get; }

    /// <summary>All GET operations, in the order of their paths.</summary>
    internal abstract IReadOnlyList<OperationFacts> Operations { get; }

    /// <summary>The facts of a resource type by its wire name, or null.</summary>
    internal abstract ResourceFacts? FindResource(string type);

    /// <summary>The operation of a path template (<c>/api/profiles/{id}</c>), or null.</summary>
    internal abstract OperationFacts? FindOperation(string path);

    /// <summary>The operation that lists all resources of a type (<c>profile</c> → <c>/api/profiles</c>), or null where there is none.</summary>
    internal abstract OperationFacts? FindCollection(string type);

    /// <summary>The operation that answers with one resource of a type by its id (<c>profile</c> → <c>/api/profiles/{id}</c>), or null where there is none.</summary>
    internal abstract OperationFacts? FindSingle(string type);

    /// <summary>The catalogue of exactly this revision.</summary>
    /// <param name="revision">A revision as the <c>revision</c> header spells it: <c>2025-07-15</c>.</param>
    /// <returns>The catalogue, or null where the library does not hold that of the revision: another revision's would answer for what it does not know.</returns>
    public static KlaviyoCatalogue? For(string revision)
    {
        // The newest is nearly always the one, and needs none of the others.
        if (Revision20260715.Revision == revision)
            return Revision20260715;
        foreach (KlaviyoCatalogue catalogue in Known)
            if (catalogue.Revision == revision)
                return catalogue;
        return null;
    }

    /// <inheritdoc/>
    public sealed override string ToString() => "Klaviyo API revision " + Revision;
}
