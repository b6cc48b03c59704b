using KlaviyoLinq.Bodies;
using KlaviyoLinq.Scanning;

namespace KlaviyoLinq.Model;

/// <summary>A resource of a type that this version of the library does not know. Its attributes and relationships are kept as they were sent.</summary>
public sealed class UnknownResource : KlaviyoResource
{
    private readonly Dictionary<string, (string? Id, KlaviyoResource? Resource)> _toOne = [];
    private readonly Dictionary<string, IReadOnlyList<KlaviyoResource>> _toMany = [];

    internal UnknownResource(string resourceType) => ResourceType = resourceType;

    /// <inheritdoc/>
    public override string ResourceType { get; }

    /// <summary>The resource's attributes. Wire name <c>attributes</c>; empty when the answer held none.</summary>
    public KlaviyoMap Attributes { get; internal set; } = KlaviyoMap.Empty;

    /// <summary>The id at the other end of a to-one relationship; null when the answer did not hold it.</summary>
    /// <param name="relationship">The relationship's wire name.</param>
    public string? RelatedId(string relationship) => _toOne.TryGetValue(relationship, out var end) ? end.Id : null;

    /// <summary>The included resources of a relationship; empty when the answer held none.</summary>
    /// <param name="relationship">The relationship's wire name.</param>
    public IReadOnlyList<KlaviyoResource> Related(string relationship)
    {
        if (_toMany.TryGetValue(relationship, out IReadOnlyList<KlaviyoResource>? many))
            return many;
        return _toOne.TryGetValue(relationship, out var end) && end.Resource is { } one ? [one] : [];
    }

    private protected override MemberTable? Members => null;

    private protected override BodyTable? Tracked => null;

    /// <inheritdoc/>
    internal override bool TryAttach(string relationship, string? id, KlaviyoResource? resource)
    {
        _toOne[relationship] = (id, resource);
        return true;
    }

    /// <inheritdoc/>
    internal override bool TryAttach(string relationship, IReadOnlyList<KlaviyoResource> resources)
    {
        _toMany[relationship] = resources;
        return true;
    }
}
