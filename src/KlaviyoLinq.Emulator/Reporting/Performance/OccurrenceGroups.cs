using KlaviyoLinq.Emulator.Reporting.Answering;
using KlaviyoLinq.Emulator.Reporting.Events;

namespace KlaviyoLinq.Emulator.Reporting.Performance;

/// <summary>Groups what a report counts. A group in which nothing happened does not exist.</summary>
internal static class OccurrenceGroups
{
    internal static IEnumerable<ReportGroup> Of(ReportQuery query, IEnumerable<Occurrence> occurrences)
    {
        Dictionary<string, (IReadOnlyList<IReadOnlyList<string>> Groupings, TallyRow Row)> groups = new(StringComparer.Ordinal);
        foreach (Occurrence occurrence in occurrences.Where(occurrence => query.Filter.Wants(occurrence.ValuesOf)))
        {
            IReadOnlyList<string>[] groupings = [.. query.GroupBy.Select(occurrence.ValuesOf)];
            string key = GroupKey.Of(groupings.Select(GroupKey.Of));
            if (!groups.TryGetValue(key, out (IReadOnlyList<IReadOnlyList<string>> Groupings, TallyRow Row) group))
                groups.Add(key, group = (groupings, new TallyRow()));
            group.Row.Add(query.Buckets.Of(occurrence.Ticks), occurrence.Kind, occurrence.ProfileId, occurrence.Amount);
        }
        return groups.Values.Select(group => new ReportGroup(group.Groupings, group.Row.Total, bucket => group.Row[bucket]));
    }
}
