namespace KlaviyoLinq.Docs.Tests.Translation;

/// <summary>All lines of the translation table.</summary>
internal static class TranslationTable
{
    /// <summary>The values that the lines speak of, as the page says them.</summary>
    internal const string Values = """
        | name | value |
        |---|---|
        | `email`, `emails` | `"jane@example.com"`; an array of that and `"ada@example.com"` |
        | `since`, `until` | `DateTimeOffset`s: midnight UTC on 1 January and on 1 July 2026 |
        | `utc`, `paris` | the first of them as a `DateTime` of `DateTimeKind.Utc`, and with the offset of Paris |
        | `id`, `list`, `metric`, `metrics` | `"01JANE"`, `"Y6nRLr"`, `"WKHXf4"`; an array of that and `"XyZ123"` |
        """;

    internal static IReadOnlyList<TranslationSection> All { get; } = Build();

    private static TranslationSection[] Build()
    {
        const string Email = "jane@example.com";
        const string Id = "01JANE";
        const string List = "Y6nRLr";
        const string Metric = "WKHXf4";
        string[] emails = [Email, "ada@example.com"];
        DateTimeOffset since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset until = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        return
        [
            Comparing.Section(Email, since, until),
            TextsAndLists.Section(Email, emails),
            Relationships.Section(List, Metric),
            OrdersAndLimits.Section(),
            Projections.Section(),
            OneResource.Section(Id, List),
            Ends.Section(Id, since),
            Alternatives.FanOut(Email, since, [Metric, "XyZ123"]),
            Alternatives.Overview(Email, since),
            Elsewhere.Public(),
            Elsewhere.Word(["vip", "b2b"]),
            Refusals.Section(Email, Id, since),
        ];
    }
}
