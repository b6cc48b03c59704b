namespace KlaviyoLinq.Requests;

/// <summary>Filters that must all hold.</summary>
/// <param name="Operands">The filters.</param>
/// <param name="IsNamed">Whether <c>and(…)</c> is written out; at the top, a comma says the same.</param>
internal sealed record AndFilter(IReadOnlyList<Filter> Operands, bool IsNamed) : Filter;
