using System.Text;
using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Tests.Faults;

/// <summary>The cases of the fault matrix as a page of documentation.</summary>
internal static class MatrixPage
{
    internal const string Path = "docs/faults.md";

    internal static string Write()
    {
        int tries = FaultRun.Tries;
        var page = new StringBuilder($"""
            # Faults

            What a query makes of everything that can go wrong between it and its rows. Each line is a case of `tests/KlaviyoLinq.Tests/Faults`, where a server does just
            that to a running query, twice: at every request, so that the first page never comes, and once at the second page. What breaks off does so at
            every single byte. Written from those cases; do not edit (see [CONTRIBUTING.md](../CONTRIBUTING.md#the-fault-matrix)).

            - **throws**: the exception when the fault does not pass, always below `{nameof(KlaviyoException)}`. It tells the operation, the page, the number of attempts and
              how many resources came before, and holds neither the key nor values of the answer.
            - **retried**: whether the page is asked for again, up to {tries} times in all (`KlaviyoOptions.Retry`), by the same request. The query goes on as soon as the
              page comes whole; when it does not, it throws what the last attempt came to.
            - **rows**: a page is read to its end before any of its rows is handed out, so that the rows of the pages before are never lost and never doubled,
              and those of the broken page have not been seen by anybody.

            Cancellation is no fault: the query ends at once with an `OperationCanceledException` that holds the token.

            | fault | throws | retried | rows | what to do |
            |---|---|---|---|---|

            """);
        foreach (IGrouping<string, FaultCase> group in FaultCases.All.GroupBy(fault => fault.Group))
        {
            page.Append($"| **{group.Key}** | | | | |\n");
            foreach (FaultCase fault in group)
                page.Append(Line(fault));
        }

        page.Append($"\n{FaultCases.All.Count} faults.\n");
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Line(FaultCase fault)
    {
        string thrown = fault.Outcome.Exception is { } exception ? $"`{exception.Name}`" : "–";
        string retried = fault.Outcome.IsRetried ? "yes" : fault.Outcome.Exception is null ? "–" : "no";
        string rows = fault.Outcome.Exception is null ? "all" : fault.Outcome.IsRetried ? "all once it passes, else the pages before" : "the pages before";
        string advice = $"{fault.Outcome.Advice} {fault.Remark}".Trim();
        return $"| {Cell(fault.Name)} | {thrown} | {retried} | {rows} | {Cell(advice)} |\n";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
