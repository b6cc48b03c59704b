namespace KlaviyoLinq.Catalogue;

/// <summary>One relationship in the body of a request.</summary>
internal sealed record BodyRelationshipFacts(string Name, string ResourceType, bool ToMany, bool Required);
