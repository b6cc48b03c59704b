namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Condition on a dimension: that its text is one of these.</summary>
internal sealed record AggregateCondition(string Dimension, IReadOnlyList<string> Texts);
