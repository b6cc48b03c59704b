using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Query of a report on campaigns, flows, forms or segments, once it was checked.</summary>
/// <param name="Call">The request.</param>
/// <param name="Statistics">The statistics to compute.</param>
/// <param name="GroupBy">The attributes of the groups.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Buckets">The intervals of a series; one for a report of values.</param>
internal sealed record ReportQuery(
    WriteCall Call, IReadOnlyList<string> Statistics, IReadOnlyList<string> GroupBy, ReportFilter Filter, Buckets Buckets);
