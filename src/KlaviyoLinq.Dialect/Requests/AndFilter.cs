namespace KlaviyoLinq.Requests;

/// <summary>Filters that must all hold.</summary>
internal sealed record AndFilter(IReadOnlyList<Filter> Operands) : Filter;
