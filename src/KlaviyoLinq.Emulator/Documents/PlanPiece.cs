using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Ready text and the gap that follows it.</summary>
internal sealed record PlanPiece(byte[] Text, PlanGap Gap, RelationshipLayout? Relationship);
