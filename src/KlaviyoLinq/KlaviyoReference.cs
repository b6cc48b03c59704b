using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;

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
    /// <exception cref="Errors.KlaviyoNotFoundException">There is no resource of this id.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, one or two dots, or not valid Unicode.</exception>
    public abstract Task<T> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the resource; null when there is none.</summary>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, one or two dots, or not valid Unicode.</exception>
    public abstract Task<T?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns a query of related resources by their operation.</summary>
    internal abstract IKlaviyoQueryable<TRelated> Related<TRelated>(string operationPath);
}
