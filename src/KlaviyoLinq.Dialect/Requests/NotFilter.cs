namespace KlaviyoLinq.Requests;

/// <summary>A comparison that must not hold. Only the 2022 overview's language has it, around a single operator.</summary>
internal sealed record NotFilter(ComparisonFilter Operand) : Filter;
