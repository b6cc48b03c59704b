namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One relationship in the body of a request.</summary>
internal sealed record BodyRelationshipSpec(string Name, string ResourceType, bool ToMany, bool Required);
