using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>
/// Reference to one resource by its id. Its properties are queries of the related resources (<c>klaviyo.Lists[id].Profiles</c>), and it is itself a
/// query with one row or none: <c>klaviyo.Profiles[id].Include(p => p.Lists).SingleAsync()</c>.
/// </summary>
/// <typeparam name="T">The resource type.</typeparam>
public abstract class KlaviyoReference<T> : KlaviyoSource<T>
{
    private protected KlaviyoReference(IQueryEngine engine, string operationPath, ResourceKey key)
        : base(engine, operationPath, key)
    {
    }

    /// <summary>Gets the id.</summary>
    public abstract string Id { get; }

    /// <summary>Reads the resource.</summary>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <exception cref="Errors.KlaviyoNotFoundException">No resource has this id.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, one or two dots, or not valid Unicode.</exception>
    public abstract Task<T> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the resource; null when there is none.</summary>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, one or two dots, or not valid Unicode.</exception>
    public abstract Task<T?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns a query of related resources by their operation.</summary>
    internal abstract IKlaviyoQueryable<TRelated> Related<TRelated>(string operationPath);

    /// <summary>Returns related resources that can be added and removed.</summary>
    /// <param name="operationPath">The operation that lists them.</param>
    /// <param name="linksPath">The path of the relationship: <c>/api/lists/{id}/relationships/profiles</c>.</param>
    internal abstract KlaviyoReplaceableMembers<TRelated> Members<TRelated>(string operationPath, string linksPath)
        where TRelated : KlaviyoResource;

    /// <summary>Returns a related resource whose link can be set.</summary>
    /// <inheritdoc cref="Members"/>
    internal abstract KlaviyoLink<TRelated> Link<TRelated>(string operationPath, string linksPath)
        where TRelated : KlaviyoResource;

    /// <summary>Returns related schemas whose links have members of their own.</summary>
    /// <inheritdoc cref="Members"/>
    internal abstract KlaviyoSchemaLinks<TRelated> SchemaLinks<TRelated>(string operationPath, string linksPath)
        where TRelated : KlaviyoResource;
}
