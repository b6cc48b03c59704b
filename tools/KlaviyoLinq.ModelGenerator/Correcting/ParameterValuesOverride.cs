namespace KlaviyoLinq.ModelGenerator.Correcting;

/// <summary>The values of a parameter are the members of a component, although the document says only that they are text.</summary>
internal sealed record ParameterValuesOverride(string Operation, string Parameter, string Component, string Reason, IReadOnlyList<string>? Revisions = null)
    : Correction(Reason, Revisions);
