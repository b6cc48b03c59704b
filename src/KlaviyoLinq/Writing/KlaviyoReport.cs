namespace KlaviyoLinq.Writing;

/// <summary>Answer to a report.</summary>
/// <param name="Times">The starts of the intervals, in their order; empty for a report of values.</param>
/// <param name="Rows">The groups. Klaviyo leaves out groups without events.</param>
public sealed record KlaviyoReport(IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<KlaviyoReportRow> Rows);
