using KlaviyoLinq.NotebookRunner.Comparing;
using KlaviyoLinq.NotebookRunner.Documents;
using KlaviyoLinq.NotebookRunner.Running;

namespace KlaviyoLinq.NotebookRunner;

/// <summary>Result of running a notebook from its first cell.</summary>
/// <param name="notebook">The notebook as it stands in the file.</param>
/// <param name="results">What came of each cell; those after a cell that failed were not run.</param>
/// <param name="failures">What went wrong, for a person to read.</param>
internal sealed class NotebookRun(Notebook notebook, IReadOnlyList<CellResult> results, IReadOnlyList<string> failures)
{
    internal IReadOnlyList<CellResult> Results => results;

    internal IReadOnlyList<string> Failures => failures;

    /// <summary>The cells that were run and gave something else than the file shows.</summary>
    internal IEnumerable<string> StaleOutputs =>
        from pair in notebook.Cells.Zip(results)
        let difference = OutputComparison.Difference(pair.First, pair.Second)
        where difference is not null
        select $"{pair.First} is stale: {difference}";

    /// <summary>Runs the cells one after the other, until one fails that was not expected to.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="limit">How long one cell may take.</param>
    internal static async Task<NotebookRun> OfAsync(Notebook notebook, TimeSpan limit)
    {
        NotebookSession session = new(limit);
        List<CellResult> results = [];
        foreach (CodeCell cell in notebook.Cells)
        {
            CellResult result = await session.RunAsync(cell);
            results.Add(result);
            if (result.Error is { } error && !cell.MayFail)
                return new NotebookRun(notebook, results, [$"{cell} fails: {error}"]);
        }

        return new NotebookRun(notebook, results, []);
    }
}
