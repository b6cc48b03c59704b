using KlaviyoLinq.Composing;
using KlaviyoLinq.Forms;

namespace KlaviyoLinq;

/// <summary>
/// One resource, named by its id. Its properties are the ways to what is related to it (<c>klaviyo.Lists[id].Profiles</c>), and it is itself
/// a query with one row or none: <c>klaviyo.Profiles[id].Include(p => p.Lists).SingleAsync()</c>.
/// </summary>
/// <typeparam name="T">The resource type.</typeparam>
public abstract class KlaviyoReference<T> : KlaviyoSource<T>
{
    private protected KlaviyoReference(IQueryEngine engine, string operationPath, ResourceKey key)
        : base(engine, operationPath, key)
    {
    }

    /// <summary>The id.</summary>
    public abstract string Id { get; }

    /// <summary>Reads the resource.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="Errors.KlaviyoNotFoundException">There is no resource of this id.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, a dot or two, or no Unicode text.</exception>
    public abstract Task<T> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the resource; null when there is none.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="Errors.UntranslatableQueryException">The id is empty, a dot or two, or no Unicode text.</exception>
    public abstract Task<T?> FindAsync(CancellationToken cancellationToken = default);

    /// <summary>What is related to the resource, by the operation that sends it.</summary>
    internal abstract IKlaviyoQueryable<TRelated> Related<TRelated>(string operationPath);
}
