namespace KlaviyoLinq.Model;

/// <summary>A resource of a type that this version of the library does not know. Its attributes are kept as they were sent.</summary>
public sealed class UnknownResource : KlaviyoResource
{
    internal UnknownResource(string resourceType) => ResourceType = resourceType;

    /// <inheritdoc/>
    public override string ResourceType { get; }

    /// <summary>The resource's attributes. Wire name <c>attributes</c>; empty when the answer held none.</summary>
    public KlaviyoMap Attributes { get; internal set; } = KlaviyoMap.Empty;

    private protected override int OrdinalOf(string wireName) => -1;
}
