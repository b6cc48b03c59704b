namespace KlaviyoLinq.Emulator.Documents;

/// <summary>What is filled in after a piece of ready text.</summary>
internal enum PlanGap
{
    None,

    /// <summary>The id within a JSON string.</summary>
    Id,

    /// <summary>The id as a segment of a path within a JSON string.</summary>
    PathId,
    Attributes,
    Identifiers,
}
