using KlaviyoLinq.NotebookRunner.Documents;

namespace KlaviyoLinq.NotebookRunner.Tests;

[Collection("console")]
public sealed class StaleOutputTests
{
    private const string Plot = "var plot = new ScottPlot.Plot(); var bars = plot.Add.Bars(new double[] { 1, 2 }); bars.Color = ScottPlot.Color.FromHex(\"#a1b2c3\"); plot.Title(\"Title\"); plot";

    [Fact]
    public async Task Output_just_written_is_not_stale()
    {
        string text = await WrittenAsync("Console.WriteLine(\"a\\nb\"); new[] { 1, 2 }", Plot, "\"x\"");

        (await Book.RunTextAsync(text)).StaleOutputs.Should().BeEmpty();
    }

    [Fact]
    public async Task A_notebook_that_was_never_run_is_stale() =>
        (await Book.RunAsync("1")).StaleOutputs.Should().Equal("cell In [1] (cell-1) is stale: its execution count is null, not 1");

    [Theory]
    [InlineData("\\nb", "\\nc", "cell In [1] (cell-1) is stale: output 1, text, line 2:\n    file shows: b\n    cell gives: c")]
    [InlineData("x => x * 3", "x => x * 4", "cell In [2] (cell-2) is stale: output 1, text/html, line 4:")]
    [InlineData("1; int", "1; display(0); int", "cell In [3] (cell-3) is stale: the file shows 1 output, the cell gives 2 outputs")]
    [InlineData("\"last\"", "\"changed\"", "cell In [3] (cell-3) is stale: output 1, text/plain, line 1:\n    file shows: last\n    cell gives: changed")]
    public async Task A_cell_that_gives_something_else_is_stale_and_says_where(string code, string changed, string finding)
    {
        string text = await WrittenAsync("Console.WriteLine(\"a\\nb\");", "new[] { 1, 2 }.Select(x => x * 3)", "int a = 1; int b; \"last\"");
        (string before, string after) = (Quoted(code), Quoted(changed));
        string source = text.Replace(before, after);
        source.Should().NotBe(text);

        // Only the code is changed; in the outputs the words stand otherwise.
        (await Book.RunTextAsync(source)).StaleOutputs.Should().ContainSingle().Which.Should().StartWith(finding);
    }

    [Theory]
    [InlineData("x=\\\"", "x=\\\"1")]
    [InlineData("sans-serif", "Comic Sans")]
    [InlineData(" d=\\\"M", " d=\\\"M9")]
    public async Task A_picture_of_another_machines_fonts_is_not_stale(string drawn, string otherwise)
    {
        string text = await WrittenAsync(Plot);
        string moved = text.Replace(drawn, otherwise);
        moved.Should().NotBe(text);

        (await Book.RunTextAsync(moved)).StaleOutputs.Should().BeEmpty();
    }

    [Theory]
    [InlineData("1, 2 }", "1, 3 }", "text/plain, line 4")]
    [InlineData("(\\u0022Title", "(\\u0022Another", "text/plain, line 1")]
    [InlineData("#a1b2c3", "#c3b2a1", "the picture in the file has <rect fill=\"#A1B2C3\"> too many and lacks <rect fill=\"#C3B2A1\">")]
    public async Task A_picture_of_something_else_is_stale(string code, string changed, string finding)
    {
        string text = await WrittenAsync(Plot);
        int source = text.IndexOf("\"source\"", StringComparison.Ordinal);
        string after = text[..source] + text[source..].Replace(code, changed);
        after.Should().NotBe(text);

        (await Book.RunTextAsync(after)).StaleOutputs.Should().ContainSingle().Which.Should().Contain(finding);
    }

    [Theory]
    [InlineData("width=\\\"800\\\"", "width=\\\"700\\\"", "the picture in the file is 700 × 400, the cell gives one of 800 × 400")]
    [InlineData("</svg>", "", "the picture is no SVG")]
    public async Task A_picture_that_is_broken_or_of_another_size_is_stale(string drawn, string otherwise, string finding)
    {
        string text = (await WrittenAsync(Plot)).Replace(drawn, otherwise);

        (await Book.RunTextAsync(text)).StaleOutputs.Should().ContainSingle().Which.Should().Contain(finding);
    }

    private static async Task<string> WrittenAsync(params string[] cells)
    {
        Notebook notebook = Notebook.Parse(Book.Of(cells));
        NotebookRun run = await NotebookRun.OfAsync(notebook, TimeSpan.FromSeconds(60));
        run.Failures.Should().BeEmpty();
        return notebook.With(run.Results);
    }

    private static string Quoted(string code) => System.Text.Json.JsonSerializer.Serialize(code)[1..^1];
}
