namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Value that is filled in after a run of prepared text.</summary>
internal enum PlanGap
{
    None,
    Attributes,
    Identifiers,
}
