namespace KlaviyoLinq.Requests;

/// <summary>A query parameter outside the JSON:API families: <c>timeframe=last_30_days</c>. Several values are separated by commas.</summary>
internal sealed record RequestParameter(string Name, IReadOnlyList<string> Values);
