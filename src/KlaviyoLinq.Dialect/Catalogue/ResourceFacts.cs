namespace KlaviyoLinq.Catalogue;

/// <summary>Facts of one resource type: the union over all operations that return it.</summary>
internal sealed class ResourceFacts
{
    /// <summary>The wire name: <c>catalog-item</c>.</summary>
    internal required string Type { get; init; }

    internal IReadOnlyList<AttributeFacts> Attributes { get; init; } = [];

    internal IReadOnlyList<RelationshipFacts> Relationships { get; init; } = [];

    internal AttributeFacts? FindAttribute(string name)
    {
        foreach (AttributeFacts facts in Attributes)
            if (facts.Name == name)
                return facts;
        return null;
    }

    internal RelationshipFacts? FindRelationship(string name)
    {
        foreach (RelationshipFacts facts in Relationships)
            if (facts.Name == name)
                return facts;
        return null;
    }
}
