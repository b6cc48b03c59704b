namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A relationship to add to a resource.</summary>
internal sealed record RelationshipOverride(
    string Resource, string Relationship, string ResourceType, bool ToMany, string Reason, IReadOnlyList<string>? Revisions = null)
    : Correction(Reason, Revisions);
