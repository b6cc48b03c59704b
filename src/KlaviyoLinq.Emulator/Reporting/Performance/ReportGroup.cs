using KlaviyoLinq.Emulator.Reporting.Events;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>One group of a report.</summary>
/// <param name="Groupings">The values of the attributes that it was grouped by, in their order; an attribute has none, one or several.</param>
/// <param name="Total">The tally of the whole period.</param>
/// <param name="BucketOf">The tally of an interval.</param>
internal sealed record ReportGroup(IReadOnlyList<IReadOnlyList<string>> Groupings, Tally Total, Func<int, Tally> BucketOf);
