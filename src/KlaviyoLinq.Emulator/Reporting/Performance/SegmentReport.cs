using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Reporting.Calendars;
using KlaviyoLinq.Emulator.Reporting.Events;
using KlaviyoLinq.Emulator.Reporting.Periods;
using KlaviyoLinq.Emulator.Store;
using KlaviyoLinq.Emulator.Writing;
using KlaviyoLinq.Emulator.Writing.Bodies;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Reports on the members of segments. An account records when a profile joined a segment, not when it left one.</summary>
internal sealed class SegmentReport : ReportKind
{
    private const string SegmentId = "segment_id";
    private const string Added = "added";
    private const string Members = "members";

    /// <summary>First day of which Klaviyo has data.</summary>
    private static readonly DateOnly _first = new(2023, 6, 1);

    private SegmentReport()
    {
    }

    internal static SegmentReport Instance { get; } = new();

    internal override IReadOnlyList<string> DefaultGroups { get; } = [SegmentId];

    internal override IReadOnlyList<string> RequiredGroups { get; } = [];

    internal override IReadOnlyList<FilterAttribute> Filters { get; } = [.. FilterAttribute.Ids(SegmentId)];

    internal override IReadOnlyDictionary<string, Func<Tally, decimal>> Statistics { get; } =
        new Dictionary<string, Func<Tally, decimal>>(StringComparer.Ordinal)
        {
            ["total_members"] = tally => tally.Sum(Members),
            ["members_added"] = tally => tally.Count(Added),
            ["members_removed"] = _ => 0,
            ["net_members_changed"] = tally => tally.Count(Added),
        };

    internal override ApiError? Check(WriteCall call, Timeframe timeframe) => timeframe.First < _first
        ? BodyFault.At("/data/attributes/timeframe", "Data is unavailable before June 1st, 2023.")
        : null;

    /// <summary>All segments that pass the filter, also those in which nothing happened.</summary>
    internal override IEnumerable<ReportGroup> Groups(ReportQuery query)
    {
        ResourceStore store = query.Call.Store;
        RelationshipLayout profiles = store.FindLayout("segment")!.FindRelationship("profiles")!;
        return store.All("segment").Where(segment => query.Filter.Wants(_ => [segment.Id])).Select(segment =>
        {
            Identifiers members = segment.Related(profiles);
            long[] joined = [.. Enumerable.Range(0, members.Count).Select(members.StampAt).Order()];
            Buckets buckets = query.Buckets;
            return new ReportGroup(
                [[segment.Id]],
                Tallied(joined, buckets.From, buckets.To),
                bucket => Tallied(joined, Math.Max(buckets.From, buckets.Starts[bucket]), buckets.EndOf(bucket)));
        });
    }

    /// <summary>Counts who joined in a range, and who was a member at its end.</summary>
    private static Tally Tallied(long[] joined, long from, long to)
    {
        Tally tally = new();
        int before = CountBefore(joined, from);
        int after = CountBefore(joined, to);
        for (int i = before; i < after; i++)
            tally.Add(Added, null);
        tally.Add(Members, null, after);
        return tally;
    }

    private static int CountBefore(long[] sorted, long ticks)
    {
        int low = 0;
        for (int high = sorted.Length; low < high;)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < ticks)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
