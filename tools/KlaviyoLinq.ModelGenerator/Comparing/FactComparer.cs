namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Compares two trees of facts. A fact that is new or gone is one change: the facts about it are not listed.</summary>
internal static class FactComparer
{
    internal static IEnumerable<Change> Compare(IReadOnlyList<Fact> older, IReadOnlyList<Fact> newer, string path = "")
    {
        Dictionary<(string, string), Fact> before = older.ToDictionary(Key);
        Dictionary<(string, string), Fact> after = newer.ToDictionary(Key);
        foreach (Fact fact in older.Where(fact => !after.ContainsKey(Key(fact))))
            yield return new Change(fact.Topic, "removed", Code(path, fact));
        foreach (Fact fact in newer)
        {
            if (!before.TryGetValue(Key(fact), out Fact? known))
            {
                yield return new Change(fact.Topic, "added", Code(path, fact) + (fact.Value.Length == 0 ? "" : $" ({fact.Value})"));
                continue;
            }

            if (known.Value != fact.Value)
                yield return new Change(fact.Topic, "changed", $"{Code(path, fact)} ({Or(known.Value)} → {Or(fact.Value)})");
            foreach (Change change in Compare(known.Inner, fact.Inner, Path(path, fact)))
                yield return change;
        }
    }

    private static (string, string) Key(Fact fact) => (fact.Topic, fact.Name);

    private static string Code(string path, Fact fact) => $"`{Path(path, fact)}`";

    private static string Path(string path, Fact fact) => path.Length == 0 || fact.Name[0] == '.' ? path + fact.Name : $"{path} {fact.Name}";

    private static string Or(string value) => value.Length == 0 ? "none" : value;
}
