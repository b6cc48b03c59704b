namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One relationship of a resource.</summary>
internal sealed record RelationshipSpec(string Name, string ResourceType, bool ToMany);
