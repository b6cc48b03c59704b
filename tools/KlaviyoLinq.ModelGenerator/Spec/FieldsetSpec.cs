namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>What <c>fields[type]</c> or <c>additional-fields[type]</c> takes.</summary>
internal sealed record FieldsetSpec(string ResourceType, IReadOnlyList<string> Members);
