namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>Members that <c>fields[type]</c> or <c>additional-fields[type]</c> accepts.</summary>
internal sealed record FieldsetSpec(string ResourceType, IReadOnlyList<string> Members);
