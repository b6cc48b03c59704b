using KlaviyoLinq.Bodies;
using KlaviyoLinq.Links;

namespace KlaviyoLinq.Model;

/// <summary>A resource of Klaviyo's API. Resources are plain data: their properties can be set, so tests can make their own.</summary>
public abstract class KlaviyoResource : KlaviyoObject, IIdentified
{
    private protected KlaviyoResource()
    {
    }

    /// <summary>The resource's id, unique within its type and account. Wire name <c>id</c>.</summary>
    [WireName("id")]
    public string Id { get; set; } = "";

    /// <summary>The resource's type on the wire, for example <c>catalog-item</c>.</summary>
    public abstract string ResourceType { get; }

    /// <summary>
    /// Relationships as received: identifiers, links, and whether each was absent, null, empty or loaded. Values that were set by hand are not shown.
    /// Not available in a query; its content follows from <c>Include</c> and from what Klaviyo always sends.
    /// </summary>
    public ResourceRelationships Relationships => new(this);

    /// <summary>Null for a resource without relationships in its answer, and for one made by hand.</summary>
    internal RelationshipRecord? Record { get; set; }

    /// <summary>The map whose edits Klaviyo takes as patches; null for a resource without one.</summary>
    internal virtual KlaviyoMap? PatchedProperties => null;

    /// <summary>Writes the relationships that were assigned or edited.</summary>
    internal virtual void WriteLinks(ref LinkWriter links)
    {
    }

    /// <summary>Fills a to-one relationship: its identifier as it stood in the answer, and the included resource where there was one.</summary>
    /// <returns>False when the resource has no to-one relationship of that name.</returns>
    internal virtual bool TryAttach(string relationship, string? id, KlaviyoResource? resource) => false;

    /// <summary>Fills a to-many relationship with the included resources, in the answer's order.</summary>
    /// <returns>False when the resource has no to-many relationship of that name.</returns>
    internal virtual bool TryAttach(string relationship, IReadOnlyList<KlaviyoResource> resources) => false;
}
