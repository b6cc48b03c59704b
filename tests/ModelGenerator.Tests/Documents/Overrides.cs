namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>
/// Intended differences between the catalogues and their documents, with the reason for each. One that meets nothing fails the test.
/// </summary>
internal static class Overrides
{
    internal static readonly Override[] All =
    [
        new(@"- metric\.(created|updated) is String", "Declared as a plain string; the API sends RFC 3339 date-times."),
        new(@"\+ metric\.(created|updated) is DateTime", "Declared as a plain string; the API sends RFC 3339 date-times."),
        new(@"- event\.(datetime|timestamp) is String", "Declared as a plain string in 2022 and 2023; described as ISO 8601 and as seconds, and declared so later."),
        new(
            @"\+ event\.(datetime is DateTime|timestamp is Integer)",
            "Declared as a plain string in 2022 and 2023; described as ISO 8601 and as seconds, and declared so later."),
        new(
            @"[-+] /client/review-values-reports takes statistics in the query, always: [a-z_,]*",
            "Declared as free text; the values are the members of the answer's statistics."),
        new(@"\+ /api/campaigns requires messages\.channel, or another that is required", "The document says in prose which filter is required."),
        new(@"\+ /api/coupon-codes requires (coupon|profile)\.id, or another that is required", "The document says in prose which filter is required."),
        new(
            @"- /api/lists/\{id\}/relationships/profiles has the limits .* with additional-fields\[profile\]=predictive_analytics",
            "The operation has no additional fields: the sentence was copied from its sibling."),
        new(
            @"[-+] /api/profiles/\{id\} has the limits .* with include=(list|segment)s?",
            "The description names the type; the value of include is the relationship."),
        new(@"\+ (catalog-item relates by categories|coupon relates by coupon-codes|metric relates by metric-properties|object-type relates by object-(records|ingestion-logs))( to many .*)?",
            "The operation of the relationship exists, but the resource does not list it."),
        new(@"\+ .* relates by [a-z-]+ to (one|many) .*", "The document shows the relationship with links alone; the operation that they lead to says what is related."),
        new(@"- [a-z-]+ relates by [a-z-]+", "Shown with links alone, and no operation says what is related. Where a document says it, the entry that does is compared as well."),
        new(
            @"- /api/(flows|lists|segments)/\{id\}/relationships/tags .*",
            "One operation stands for all relationships in 2022; nothing says what tags are, a type without operations."),
        new(
            @"[-+] /api/[a-z-]+/\{id\}/relationships/[a-z-]+ answers with (one|many) [a-z-]+, ids only",
            "One operation stands for all relationships in 2022 and shows the answer of one of them; the related operation says what is related."),
        new(
            @"- /api/(lists/\{id\}/profiles|profiles|segments/\{id\}/profiles) has pages of \? to \?, else \?",
            "In 2022 page[size] has no bounds: the usual ones of the time are taken, which later documents name for the same operations."),
        new(
            @"\+ /api/(lists/\{id\}/profiles|profiles|segments/\{id\}/profiles) has pages of 1 to 100, else 20",
            "In 2022 page[size] has no bounds: the usual ones of the time are taken, which later documents name for the same operations."),
        new(
            @"\+ /api/(flow-actions/\{id\}/flow-messages|flows/\{id\}/relationships/flow-actions) has a cursor",
            "The document has page[size] and forgets page[cursor]: without one, only the first page could be read."),
        new(@"- form\.definition\.versions\.steps\.steps\..*", "A step holds steps: the facts end where a component holds itself."),
        new(
            @"- flow-message\.definition\.additional_filters(\..*)? is .*",
            "Alternatives that nothing tells apart are one object; what differs between them is any JSON."),
        new(
            @"\+ flow-message\.definition\.additional_filters is Any",
            "Alternatives that nothing tells apart are one object; what differs between them is any JSON."),
    ];
}
