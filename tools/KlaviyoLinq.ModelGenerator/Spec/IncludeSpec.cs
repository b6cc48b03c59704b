namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One value of an operation's <c>include</c> parameter and the type it brings.</summary>
internal sealed record IncludeSpec(string Relationship, string ResourceType);
