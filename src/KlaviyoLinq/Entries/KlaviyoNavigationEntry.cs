using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq.Entries;

/// <summary>Entry of one relationship of a resource in memory.</summary>
/// <typeparam name="T">The resource class.</typeparam>
/// <typeparam name="TRelated">The class at the other end.</typeparam>
public abstract class KlaviyoNavigationEntry<T, TRelated>
    where T : KlaviyoResource
    where TRelated : KlaviyoResource
{
    private readonly IQueryEngine _provider;
    private readonly Relation _relation;

    private protected KlaviyoNavigationEntry(IQueryEngine provider, T resource, LambdaExpression navigation, string method, KlaviyoCallSite site)
    {
        _provider = provider;
        Resource = resource;
        (Property, _relation) = Navigations.Find(resource, navigation, method, site);
    }

    /// <summary>Gets the resource.</summary>
    public T Resource { get; }

    /// <summary>Gets the relationship's wire name: <c>campaign-messages</c>.</summary>
    public string Name => _relation.Name;

    /// <summary>Gets the state of the relationship.</summary>
    public RelationshipState State => Resource.Relationships[Name].State;

    /// <summary>Gets whether the relationship is loaded: the related resources are in memory, or there are none.</summary>
    public bool IsLoaded => State is RelationshipState.Loaded or RelationshipState.Null or RelationshipState.Empty;

    private protected PropertyInfo Property { get; }

    /// <summary>
    /// Returns a query of the related resources, by their operation (<c>GET /api/events/{id}/profile</c>), which takes filters, fields and limits.
    /// Nothing is sent, and the resource is not changed. An answer's links are never followed.
    /// </summary>
    /// <remarks>
    /// It is refused when it runs (<see cref="Errors.UntranslatableQueryException"/>) where Klaviyo has no such operation, where the operation
    /// returns ids only, or where the resource has no id.
    /// </remarks>
    public IKlaviyoQueryable<TRelated> Query() =>
        new CollectionSource<TRelated>(_provider, "", new ResourceKey(new ValueTerm(Resource.Id, true, ""), _relation.Site), _relation);

    /// <summary>
    /// Loads the related resources into the navigation property, and into <see cref="KlaviyoResource.Relationships"/>. Reads all pages. Does nothing if
    /// <see cref="IsLoaded"/> is true. The resource changes only after everything was read. Not thread-safe for one resource.
    /// </summary>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <exception cref="Errors.KlaviyoNotFoundException">The resource no longer exists.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo has no operation for the related resources, or the resource has no id.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        if (IsLoaded)
            return;
        List<TRelated> related = [];
        await foreach (TRelated resource in _provider.StreamKnown<TRelated>(Query(), cancellationToken).ConfigureAwait(false))
            related.Add(resource);
        Attach(related);
    }

    private protected abstract void Attach(IReadOnlyList<TRelated> related);

    private protected void Note(RelationshipData data, IReadOnlyList<TRelated> related) =>
        Resource.Record = RelationshipRecord.After(Resource.Record, Name, data, [.. related.Select(r => new ResourceIdentifier(r.ResourceType, r.Id))]);
}
