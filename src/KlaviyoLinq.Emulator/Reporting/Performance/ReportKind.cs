using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Events;
using KlaviyoLinq.Emulator.Reporting.Periods;
using KlaviyoLinq.Emulator.Writing;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Rules and statistics of the reports on one type of resource.</summary>
internal abstract class ReportKind
{
    /// <summary>The groupings of a query that names none.</summary>
    internal abstract IReadOnlyList<string> DefaultGroups { get; }

    /// <summary>The groupings that every query must name.</summary>
    internal abstract IReadOnlyList<string> RequiredGroups { get; }

    internal abstract IReadOnlyList<FilterAttribute> Filters { get; }

    /// <summary>The statistics by their names.</summary>
    internal abstract IReadOnlyDictionary<string, Func<Tally, decimal>> Statistics { get; }

    /// <summary>Indicates whether a query has a cursor.</summary>
    internal virtual bool IsPaged => false;

    /// <summary>The groupings with several values.</summary>
    internal virtual IReadOnlyList<string> Lists => [];

    /// <summary>The relationships of the answer: name, type, and the grouping with the ids.</summary>
    internal virtual IReadOnlyList<(string Relationship, string Type, string Grouping)> Relationships => [];

    /// <summary>Checks the rules of this type alone.</summary>
    internal virtual ApiError? Check(WriteCall call, Timeframe timeframe) => null;

    /// <summary>The groups of a query, in any order.</summary>
    internal abstract IEnumerable<ReportGroup> Groups(ReportQuery query);
}
