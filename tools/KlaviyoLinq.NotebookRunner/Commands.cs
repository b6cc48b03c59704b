using System.CommandLine;
using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner;

/// <summary>The commands of the tool, and what they say.</summary>
internal static class Commands
{
    internal static RootCommand Root() => new("Runs the C# cells of Jupyter notebooks against KlaviyoLinq, its emulator and ScottPlot, without a kernel and offline.")
    {
        Verb("run", "Runs the notebooks and writes the outputs into them; exits with 1 when a cell fails.", RunAsync),
        Verb("check", "Runs the notebooks and names every cell that fails or whose output in the file is stale; exits with 1 when there is one. Writes nothing.", CheckAsync),
    };

    private static Command Verb(string name, string description, Func<string, Notebook, NotebookRun, TextWriter, Task<bool>> act)
    {
        Argument<string[]> paths = new("notebooks") { Description = "Notebooks, or folders of them.", Arity = ArgumentArity.OneOrMore };
        Option<int> timeout = new("--timeout") { Description = "How many seconds one cell may take.", DefaultValueFactory = _ => 60 };
        Command verb = new(name, description) { paths, timeout };
        verb.SetAction(async parsed =>
        {
            (TextWriter output, TextWriter errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            TimeSpan limit = TimeSpan.FromSeconds(parsed.GetValue(timeout));
            bool isGood = true;
            try
            {
                foreach (string path in NotebookFiles.Find(parsed.GetValue(paths)!))
                {
                    Notebook notebook = Notebook.Parse(await File.ReadAllTextAsync(path));
                    isGood &= await act(path, notebook, await NotebookRun.OfAsync(notebook, limit), output);
                }
            }
            catch (Exception refusal) when (refusal is NotebookException or IOException)
            {
                await errors.WriteLineAsync(refusal.Message);
                return 1;
            }

            return isGood ? 0 : 1;
        });
        return verb;
    }

    private static async Task<bool> RunAsync(string path, Notebook notebook, NotebookRun run, TextWriter output)
    {
        await File.WriteAllTextAsync(path, notebook.With(run.Results));
        await output.WriteLineAsync($"{path}: {run.Results.Count} of {notebook.Cells.Count} cells were run.");
        return await ReportAsync(path, run.Failures, output);
    }

    private static async Task<bool> CheckAsync(string path, Notebook notebook, NotebookRun run, TextWriter output)
    {
        string[] findings = [.. run.Failures, .. run.StaleOutputs];
        if (findings.Length == 0)
            await output.WriteLineAsync($"{path}: all {notebook.Cells.Count} cells give what the file shows.");
        return await ReportAsync(path, findings, output);
    }

    private static async Task<bool> ReportAsync(string path, IReadOnlyList<string> findings, TextWriter output)
    {
        foreach (string finding in findings)
            await output.WriteLineAsync($"{path}: {finding}");
        return findings.Count == 0;
    }
}
