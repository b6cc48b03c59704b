namespace KlaviyoLinq.Emulator.Filtering.Expressions;

/// <summary>A comparison that must not hold.</summary>
internal sealed record Negation(FilterExpression Part) : FilterExpression;
