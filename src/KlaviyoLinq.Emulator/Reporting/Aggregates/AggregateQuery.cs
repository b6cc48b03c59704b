using KlaviyoLinq.Emulator.Reporting.Calendars;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Query of the aggregated events of a metric, once it was checked.</summary>
internal sealed record AggregateQuery
{
    internal required string MetricId { get; init; }

    internal required IReadOnlyList<string> Measurements { get; init; }

    /// <summary>The dimensions of the groups; empty for one group.</summary>
    internal required IReadOnlyList<string> By { get; init; }

    internal required Buckets Buckets { get; init; }

    internal required IReadOnlyList<AggregateCondition> Conditions { get; init; }

    /// <summary>The dimension or measurement that sorts the groups, with a minus for descending; null for the dimensions in their order.</summary>
    internal string? Sort { get; init; }

    internal required int PageSize { get; init; }

    /// <summary>The cursor of the page; null for the first one.</summary>
    internal string? Cursor { get; init; }

    /// <summary>The attributes that <c>return_fields</c> names; null for all.</summary>
    internal IReadOnlyList<string>? Fields { get; init; }
}
