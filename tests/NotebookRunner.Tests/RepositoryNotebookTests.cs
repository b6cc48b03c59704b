using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner.Tests;

/// <summary>Tests of the repository's notebooks. <c>.ci/run</c> runs them and compares their outputs.</summary>
public sealed partial class RepositoryNotebookTests
{
    private static readonly string _folder = Path.Combine(Root(AppContext.BaseDirectory), "notebooks");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(_folder, "*.ipynb").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_is_what_the_format_asks_for(string name)
    {
        JsonNode root = JsonNode.Parse(Text(name))!;
        JsonNode[] cells = [.. root["cells"]!.AsArray().Select(cell => cell!)];

        cells.Select(cell => (string)cell["id"]!).Should().OnlyHaveUniqueItems().And.OnlyContain(id => CellId().IsMatch(id));
        ((string?)root["metadata"]!["language_info"]!["name"]).Should().Be("C#");
        ((string?)root["metadata"]!["kernelspec"]!["name"]).Should().Be(".net-csharp");
        cells.SelectMany(cell => cell["outputs"]?.AsArray() ?? []).Should().OnlyContain(output => HasItsMembers(output!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_is_formatted_as_Jupyter_writes_it(string name) =>
        Text(name).Should().Be(JupyterJson.Write(JsonNode.Parse(Text(name)), 0) + "\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_has_been_run_whole_from_its_first_cell_on(string name)
    {
        Notebook notebook = Notebook.Parse(Text(name));

        notebook.Cells.Select(cell => cell.ExecutionCount).Should().Equal(Enumerable.Range(1, notebook.Cells.Count).Select(number => (int?)number));
        notebook.Cells.Where(cell => !cell.MayFail && cell.Outputs.Any(output => (string?)output!["output_type"] == "error")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_holds_no_key_and_nothing_of_the_machine_that_ran_it(string name) =>
        Text(name).Should().NotContainAny("pk_", "127.0.0.1", "localhost", "/home/", "/work/", "/tmp/", "C:\\\\", "page[cursor]");

    [Fact]
    public void The_readme_names_every_notebook() =>
        File.ReadAllText(Path.Combine(_folder, "README.md")).Should().ContainAll(Names.Cast<object[]>().Select(row => $"({row[0]})"));

    private static bool HasItsMembers(JsonNode output) => ((string?)output["output_type"], output) switch
    {
        ("stream", { } stream) => (string?)stream["name"] is "stdout" or "stderr" && stream["text"] is JsonArray,
        ("display_data", { } display) => display["data"] is JsonObject { Count: > 0 } && display["metadata"] is JsonObject,
        ("execute_result", { } result) =>
            result["data"] is JsonObject { Count: > 0 } && result["metadata"] is JsonObject && (int?)result["execution_count"] > 0,
        ("error", { } error) => (string?)error["ename"] is not null && (string?)error["evalue"] is not null && error["traceback"] is JsonArray,
        _ => false,
    };

    private static string Text(string name) => File.ReadAllText(Path.Combine(_folder, name));

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "KlaviyoLinq.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex CellId();
}
