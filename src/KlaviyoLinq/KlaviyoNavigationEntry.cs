using System.Linq.Expressions;
using System.Reflection;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sources;
using KlaviyoLinq.Composing;

namespace KlaviyoLinq;

/// <summary>One relationship of a resource that is already there.</summary>
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

    /// <summary>The resource.</summary>
    public T Resource { get; }

    /// <summary>The relationship's name on the wire: <c>campaign-messages</c>.</summary>
    public string Name => _relation.Name;

    /// <summary>What is known of the relationship.</summary>
    public RelationshipState State => Resource.Relationships[Name].State;

    /// <summary>Whether all there is to know is known: the related resources are there, or there are none.</summary>
    public bool IsLoaded => State is RelationshipState.Loaded or RelationshipState.Null or RelationshipState.Empty;

    private protected PropertyInfo Property { get; }

    /// <summary>
    /// A query of what is related, by the operation that sends it (<c>GET /api/events/{id}/profile</c>), for filters, fields and limits of its own.
    /// Nothing is sent, and the resource stays as it is. An answer's links are never followed.
    /// </summary>
    /// <remarks>
    /// When it runs, it is refused (<see cref="Errors.UntranslatableQueryException"/>) where Klaviyo has no such operation, one that sends ids only, or
    /// where the resource has no id.
    /// </remarks>
    public IKlaviyoQueryable<TRelated> Query() =>
        new CollectionSource<TRelated>(_provider, "", new ResourceKey(new ValueTerm(Resource.Id, true, ""), _relation.Site), _relation);

    /// <summary>
    /// Loads what is related into the navigation property, and into <see cref="KlaviyoResource.Relationships"/>. All pages of it are read. Does nothing
    /// when it <see cref="IsLoaded"/> already. The resource changes only once everything is there. Not for use from several threads on one resource.
    /// </summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="Errors.KlaviyoNotFoundException">There is no resource of this id any more.</exception>
    /// <exception cref="Errors.UntranslatableQueryException">Klaviyo has no operation that sends what is related, or the resource has no id.</exception>
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
