namespace KlaviyoLinq.House.Tests.Laws;

/// <summary>Finds where a graph leads back to where it came from.</summary>
internal static class Circles
{
    /// <summary>The largest sets of places that all reach each other.</summary>
    internal static IEnumerable<HashSet<string>> In(ILookup<string, string> graph)
    {
        Dictionary<string, HashSet<string>> reached = graph.ToDictionary(edges => edges.Key, edges => ReachedFrom(edges.Key, graph));
        HashSet<string> reported = [];
        foreach (string place in reached.Keys.Order(StringComparer.Ordinal))
            if (reached[place].Contains(place) && !reported.Contains(place))
            {
                HashSet<string> circle = [.. reached[place].Where(other => reached.TryGetValue(other, out HashSet<string>? back) && back.Contains(place))];
                reported.UnionWith(circle);
                yield return circle;
            }
    }

    /// <summary>A shortest way round within a circle, the first place named again at the end.</summary>
    internal static IReadOnlyList<string> ShortestWithin(HashSet<string> circle, ILookup<string, string> graph) =>
        circle.Order(StringComparer.Ordinal).Select(start => WayBack(start, circle, graph)).MinBy(way => way.Count)!;

    private static HashSet<string> ReachedFrom(string start, ILookup<string, string> graph)
    {
        HashSet<string> reached = [];
        Stack<string> open = new(graph[start]);
        while (open.TryPop(out string? place))
            if (reached.Add(place))
                foreach (string next in graph[place])
                    open.Push(next);
        return reached;
    }

    private static List<string> WayBack(string start, HashSet<string> circle, ILookup<string, string> graph)
    {
        Queue<List<string>> ways = new([[start]]);
        HashSet<string> seen = [];
        while (ways.TryDequeue(out List<string>? way))
            foreach (string next in graph[way[^1]].Where(circle.Contains))
            {
                if (next == start)
                    return [.. way, start];
                if (seen.Add(next))
                    ways.Enqueue([.. way, next]);
            }
        throw new InvalidOperationException($"{start} lies in no circle.");
    }
}
