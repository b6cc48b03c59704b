namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Occurrence that a report counts.</summary>
/// <param name="Kind">The kind by which it is counted.</param>
/// <param name="Ticks">Its time in UTC ticks.</param>
/// <param name="ProfileId">The profile; null without one.</param>
/// <param name="Amount">The amount to add up.</param>
/// <param name="ValuesOf">The values of an attribute by which it can be grouped.</param>
internal sealed record Occurrence(string Kind, long Ticks, string? ProfileId, decimal Amount, Func<string, IReadOnlyList<string>> ValuesOf);
