namespace KlaviyoLinq.Drafts;

/// <summary>A relationship that a projection reads through.</summary>
/// <param name="relationship">The relationship.</param>
/// <param name="resourceType">The type at its other end.</param>
/// <param name="members">The members read there; null for the whole resource.</param>
internal sealed class RelatedDraft(string relationship, string resourceType, List<string>? members)
{
    internal string Relationship { get; } = relationship;

    internal string ResourceType { get; } = resourceType;

    internal List<string>? Members { get; } = members;
}
