namespace KlaviyoLinq.Samples.Native;

/// <summary>A row that reads through navigations.</summary>
internal sealed record EventRow(DateTimeOffset? When, string? Metric, string? Email, string? ProfileId);
