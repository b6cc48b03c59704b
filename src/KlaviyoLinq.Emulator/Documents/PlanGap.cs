namespace KlaviyoLinq.Emulator.Documents;

/// <summary>What is filled in after a run of ready text.</summary>
internal enum PlanGap
{
    None,
    Attributes,
    Identifiers,
}
