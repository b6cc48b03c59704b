namespace KlaviyoLinq.Requests;

/// <summary>A bracketed list of literals, never empty and without duplicates.</summary>
internal sealed record ListValue(IReadOnlyList<FilterValue> Items) : FilterValue;
