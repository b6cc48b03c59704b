namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>A relationship whose identifiers are always sent.</summary>
internal sealed record IdentifiersOverride(string Resource, string Relationship, string Reason, IReadOnlyList<string>? Revisions = null)
    : Correction(Reason, Revisions);
