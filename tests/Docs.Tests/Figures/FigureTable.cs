using System.Text.RegularExpressions;

namespace KlaviyoLinq.Docs.Tests.Figures;

/// <summary>
/// The figures of the README, each taken from <c>benchmarks/Results</c>: <c>{translate 1: EF Core: time}</c> is a cell of the first table of translate.md,
/// <c>{http2 ~ pattern}</c> a number of a sentence. A line that speaks of what was not measured yet is left out.
/// </summary>
internal static partial class FigureTable
{
    internal const string Begin = "<!-- figures: written from benchmarks/Results by tests/Docs.Tests; do not edit -->";
    internal const string End = "<!-- end of figures -->";

    private const string Head = """
        | what | 1.00× is | KlaviyoLinq | others |
        |---|---|---:|---|
        """;

    private static readonly string[] _lines =
    [
        "| repeated query, expression tree to URL | building the tree alone | {translate 1: the same, and translating: time} | |",
        "| the same in other providers, a query of the same shape | KlaviyoLinq | {translate 2: KlaviyoLinq: time} | EF Core 10 {translate 2: EF Core 10: time}, linq2db {translate 2: linq2db: time}, MongoDB.Driver {translate 2: MongoDB.Driver: time}, re-linq with defaults {translate 2: re-linq: time} |",
        "| first query of a process | building its tree, cold | {first-query 1: the same, and translating: time} | EF Core 10 {first-query 1: EF Core 10: time} |",
        "| reading a page of 100 profiles into objects | scanning it with `Utf8JsonReader` | {materialise 1: KlaviyoLinq: time} | System.Text.Json, generated {materialise 1: System.Text.Json, generated, the same content: time} |",
        "| reading three members of each | scanning it with `Utf8JsonReader` | {materialise 2: KlaviyoLinq: time} | System.Text.Json, generated {materialise 2: System.Text.Json, generated, three members: time} |",
        "| writing the body that creates a profile | System.Text.Json, generated | {write 1: KlaviyoLinq: time} | |",
        "| streaming 20,000 profiles over loopback | reading the raw bytes | {stream 1: KlaviyoLinq: time}, with `Prefetch` {stream 1: KlaviyoLinq with Prefetch: time} | `HttpClient` and System.Text.Json by hand {stream 1: HttpClient and System.Text.Json by hand: time} |",
        "| streaming three members of each | reading the raw bytes | {stream 2: KlaviyoLinq: time}, with `Prefetch` {stream 2: KlaviyoLinq with Prefetch: time} | by hand {stream 2: HttpClient and System.Text.Json by hand: time} |",
        "| streaming them with `Prefetch` | KlaviyoLinq | 1.00× | Klaviyo's SDK for Node {stream 3: klaviyo-api 23.0.0 for Node: time} |",
        "| memory per profile, 5,000 pages | 100 pages | {memory ~ over 5,000; ratio ([\\d.]+\\d)}× | |",
        "| streaming over 20 Mbit/s with 80 ms round trip | `new HttpClient()` with defaults | {http2 ~ is ([\\d.]+×) as fast as `new HttpClient} as fast | |",
        "| emulator sending whole profiles | a server sending the same ready-made bytes | {emulator ~ whole profiles: the emulator sends at ([\\d.]+) of the rate}× the rate | |",
    ];

    internal static string Write(Func<string, ResultsPage?> find) =>
        string.Join('\n', [Begin, "", Head.ReplaceLineEndings("\n"), .. _lines.Select(line => Fill(line, find)).OfType<string>(), "", End]);

    /// <summary>The page with its figures as they are now.</summary>
    internal static string Rewritten(string page, string figures)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? page[..begin] + figures + page[(end + End.Length)..]
            : throw new InvalidDataException($"The page has no '{Begin}' … '{End}'.");
    }

    internal static string? Fill(string line, Func<string, ResultsPage?> find) =>
        Figure().Matches(line).Any(figure => find(figure.Groups["page"].Value) is null)
            ? null
            : Figure().Replace(line, figure => Value(figure, find(figure.Groups["page"].Value)!));

    private static string Value(Match figure, ResultsPage page) => figure.Groups["pattern"] is { Success: true } pattern
        ? page.Sentence(pattern.Value)
        : page.Cell(int.Parse(figure.Groups["table"].Value), figure.Groups["candidate"].Value, figure.Groups["column"].Value);

    [GeneratedRegex(@"\{(?<page>[a-z0-9-]+)(?: ~ (?<pattern>.+?)| (?<table>\d+): (?<candidate>.+?): (?<column>[a-z ]+))\}")]
    private static partial Regex Figure();
}
