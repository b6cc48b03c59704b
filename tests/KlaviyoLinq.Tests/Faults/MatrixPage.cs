using System.Text;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Tests.Faults.Cases;

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

            The result of every fault between a query and its rows. Each line is a case of `tests/KlaviyoLinq.Tests/Faults`, where a server causes the fault in a running query,
            twice: in every request, so that the first page never arrives, and once, at the second page. Answers that break off do so at every single byte. This page is
            written from those cases; do not edit it (see [CONTRIBUTING.md](../CONTRIBUTING.md#the-fault-matrix)).

            - **throws**: the exception if the fault persists, always derived from `{nameof(KlaviyoException)}`. It holds the operation, the page, the number of attempts and
              the number of resources before it, and neither the key nor values of the answer.
            - **retried**: yes if the page is requested again, with up to {tries} attempts in all (`KlaviyoOptions.Retry`). The query continues as soon as the page has
              arrived completely; otherwise it throws the failure of the last attempt.
            - **rows**: a page is received completely before its first row is returned. So rows of earlier pages are neither lost nor duplicated, and no row of the failed
              page has been returned.

            Cancellation is not a fault: the query ends at once with an `OperationCanceledException` that holds the token.

            """);
        foreach (IGrouping<string, FaultCase> group in FaultCases.All.GroupBy(fault => fault.Group))
        {
            page.Append($"\n## {group.Key}\n\n| fault | throws | retried | rows | what to do |\n|---|---|---|---|---|\n");
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
