using System.Globalization;
using System.Text;

namespace KlaviyoLinq.Docs.Tests.Translation;

/// <summary>The translation table as a page of documentation.</summary>
internal static class TranslationPage
{
    internal const string Path = "docs/translation.md";

    internal static string Write()
    {
        StringBuilder page = new($"""
            # LINQ translation

            Each line is compiled, run against the emulator and compared with the request that it received, by `tests/Docs.Tests/TranslationTests.cs`. Requests are shown decoded, first page
            only. This page is written from those tests; do not edit it (see [CONTRIBUTING.md](../CONTRIBUTING.md#pages-and-snippets)). The filters, sort keys and fields of every
            endpoint are in [coverage.md](coverage.md); `query.ToRequestUri()` and `query.Explain()` show the request of your own query without sending it.

            {TranslationTable.Values}

            """);
        foreach (TranslationSection section in TranslationTable.All)
        {
            bool isRefusals = section.Cases.All(line => line.Code is not null);
            page.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n{section.Prose}\n\n| C# | {(isRefusals ? "refused by" : "request")} |\n|---|---|\n");
            foreach (TranslationCase line in section.Cases)
                page.Append(CultureInfo.InvariantCulture, $"| {Cell(line.CSharp)} | {Becomes(line)} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Becomes(TranslationCase line) => line switch
    {
        { Code: { } code } => $"[KLQ{(int)code:0000}](rules/KLQ{(int)code:0000}.md)",
        { Requests.Count: 0 } => "no request",
        _ => string.Join("<br>", line.Requests.Select(Cell)),
    };

    // In a table a vertical line ends the cell, also within code.
    private static string Cell(string code) => $"`{code.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
