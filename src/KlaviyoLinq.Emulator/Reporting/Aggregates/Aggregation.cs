using KlaviyoLinq.Emulator.Reporting.Answering;
using KlaviyoLinq.Emulator.Reporting.Events;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Reporting.Aggregates;

/// <summary>Aggregates the events of a metric.</summary>
internal static class Aggregation
{
    /// <summary>The groups of a query in their order. Without dimensions there is one, also without events.</summary>
    internal static IReadOnlyList<AggregateGroup> Run(ResourceStore store, AggregateQuery query)
    {
        Dimensions dimensions = new(store);
        Dictionary<string, AggregateGroup> groups = new(StringComparer.Ordinal);
        if (query.By.Count == 0)
            groups.Add("", new AggregateGroup([]));
        foreach (EventRecord record in new EventReader(store).Read(new HashSet<string> { query.MetricId }, query.Buckets.From, query.Buckets.To))
        {
            if (!query.Conditions.All(condition => condition.Texts.Contains(dimensions.Text(record, condition.Dimension))))
                continue;
            string[] texts = [.. query.By.Select(dimension => dimensions.Text(record, dimension))];
            string key = GroupKey.Of(texts);
            if (!groups.TryGetValue(key, out AggregateGroup? group))
                groups.Add(key, group = new AggregateGroup(texts));
            group.Add(query.Buckets.Of(record.Ticks), record);
        }
        return Sorted(query, [.. groups.Values]);
    }

    private static AggregateGroup[] Sorted(AggregateQuery query, AggregateGroup[] groups)
    {
        IOrderedEnumerable<AggregateGroup> ordered = groups.Order(Comparer<AggregateGroup>.Create((left, right) => Compare(query, left, right)));
        for (int i = 0; i < query.By.Count; i++)
        {
            int dimension = i;
            ordered = ordered.ThenBy(group => group.Dimensions[dimension], StringComparer.Ordinal);
        }
        return [.. ordered];
    }

    private static int Compare(AggregateQuery query, AggregateGroup left, AggregateGroup right)
    {
        if (query.Sort is not { } sort)
            return 0;
        string key = sort.TrimStart('-');
        int order = query.By.IndexOf(key) is >= 0 and int dimension
            ? string.CompareOrdinal(left.Dimensions[dimension], right.Dimensions[dimension])
            : left.Measure(key).CompareTo(right.Measure(key));
        return sort[0] == '-' ? -order : order;
    }

    private static int IndexOf(this IReadOnlyList<string> texts, string text)
    {
        for (int i = 0; i < texts.Count; i++)
            if (texts[i] == text)
                return i;
        return -1;
    }
}
