namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>The fields of which every request to the operation must filter by one.</summary>
internal sealed record RequiredFilterOverride(string Operation, IReadOnlyList<string> Fields, string Reason, IReadOnlyList<string>? Revisions = null)
    : Correction(Reason, Revisions);
