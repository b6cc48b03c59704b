using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Ready text with ids, and the gap that follows it.</summary>
internal sealed record PlanPiece(PlanRun Run, PlanGap Gap, RelationshipLayout? Relationship);
