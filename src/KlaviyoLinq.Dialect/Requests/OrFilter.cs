namespace KlaviyoLinq.Requests;

/// <summary>Filters of which one must hold. Only the 2022 overview's language has it.</summary>
internal sealed record OrFilter(IReadOnlyList<Filter> Operands) : Filter;
