namespace KlaviyoLinq.Requests;

/// <summary>The members requested of one resource type: <c>fields[profile]=email,location.city</c>.</summary>
internal sealed record Fieldset(string ResourceType, IReadOnlyList<string> Members);
